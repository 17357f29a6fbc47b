package groundswell.routing;

import groundswell.journal.inbox.InboxTransaction;
import java.sql.SQLException;

/** Restates history after the taxonomy has changed (row I1). */
public interface Rereading {
    /**
     * With the caller's transaction, and before any of its events: the tickets that the next taxonomy may see otherwise wait
     * to be read again, by a model that has learnt it and behind all that were never read. They are those of the last 90 days
     * whose theme is unclear, and all whose theme is no more and has no successor. Where a person said what a ticket is about,
     * that stands as long as the theme does.
     */
    void queue(Taxonomy next, InboxTransaction transaction) throws SQLException;
}
