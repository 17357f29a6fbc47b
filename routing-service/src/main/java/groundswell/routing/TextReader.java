package groundswell.routing;

import java.util.Optional;

/** Reads what a ticket is about. The same text and taxonomy give the same reading. */
public interface TextReader {
    /** Whether texts are read at all; without, only rules and people decide. */
    boolean reads();

    /** The taxonomy that is known by now; 0 while none has been learnt. */
    int taxonomyVersion();

    /** The reading, or empty where there is nothing to read; waits while the themes are still being learnt. */
    Optional<Reading> read(String text);
}
