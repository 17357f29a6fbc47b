package groundswell.routing;

import groundswell.journal.Cause;
import groundswell.journal.Submission;
import groundswell.journal.inbox.InboxTransaction;
import java.sql.SQLException;
import java.util.List;

/** The taxonomy, which people change while tickets are routed. */
public interface TaxonomyBook {
    /** A theme that somebody has given a name to. */
    record Adoption(Theme theme, Cause cause) {}

    /**
     * What is to be recorded.
     *
     * @param taxonomy the newest there is once it is
     */
    record Adopting(Taxonomy taxonomy, List<Submission<RoutingEvent>> submissions) {}

    /** The one in force; a change elsewhere is in force here within a second. */
    Taxonomy now();

    /**
     * A version for each of these themes, to be recorded in the caller's transaction. None for a theme whose code is or was
     * another's: what is heard twice is adopted once.
     *
     * @throws IllegalArgumentException where a theme cannot be one: its team is unknown, or it has too few phrasings
     */
    Adopting adopting(List<Adoption> adoptions, InboxTransaction transaction) throws SQLException;
}
