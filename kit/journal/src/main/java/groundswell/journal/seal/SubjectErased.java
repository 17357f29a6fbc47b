package groundswell.journal.seal;

import java.util.UUID;

/** Somebody wants to write for a person whose key has been destroyed. */
public final class SubjectErased extends RuntimeException {
    SubjectErased(UUID subject) {
        super("Subject " + subject + " has been erased");
    }
}
