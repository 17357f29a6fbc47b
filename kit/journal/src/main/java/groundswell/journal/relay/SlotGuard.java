package groundswell.journal.relay;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which slots must not be appended to, because their topic holds events this database has never heard of: an append
 * would give a position away for the second time. The relay sets it, the journal asks it before every append.
 */
final class SlotGuard {
    private final AtomicReferenceArray<String> refusals;

    SlotGuard(int partitions) {
        refusals = new AtomicReferenceArray<>(partitions);
    }

    boolean refuses(int partition) {
        return refusals.get(partition) != null;
    }

    /** One sentence: what was found and what to do. */
    Optional<String> why(int partition) {
        return Optional.ofNullable(refusals.get(partition));
    }

    void refuse(int partition, String sentence) {
        refusals.set(partition, sentence);
    }

    @SuppressWarnings("NullAway") // the array's empty places are null
    void allow(int partition) {
        refusals.set(partition, null);
    }
}
