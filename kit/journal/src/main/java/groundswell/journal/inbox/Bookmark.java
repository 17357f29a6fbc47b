package groundswell.journal.inbox;

import java.util.Set;

/**
 * Where a consumer stands in one partition.
 *
 * @param offset to go on from
 * @param position last applied or parked; 0 at the start
 * @param positioned records carry dense positions; otherwise their offsets count
 * @param gap a later position was seen, the next one is still missing
 * @param parked streams whose records are put aside
 */
record Bookmark(long offset, long position, boolean positioned, boolean gap, Set<String> parked) {
    Bookmark having(Set<String> parkedStreams) {
        return new Bookmark(offset, position, positioned, gap, parkedStreams);
    }

    boolean isNew() {
        return offset == 0 && position == 0;
    }
}
