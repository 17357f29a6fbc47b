package groundswell.journal.seal;

import groundswell.journal.inbox.NotYet;
import java.util.UUID;

/** Neither this person's key nor its erasure has arrived from the key topic yet: wait, do not go on without it. */
public final class KeyNotYetKnown extends RuntimeException implements NotYet {
    KeyNotYetKnown(UUID subject) {
        super("The key of subject " + subject + " has not arrived yet");
    }
}
