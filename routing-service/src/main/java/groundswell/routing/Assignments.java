package groundswell.routing;

import groundswell.journal.inbox.InboxTransaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What routing has asked of ticket-service. */
public interface Assignments {
    /** Asks, reliably: written in the decision's own transaction and sent once that has committed. */
    void ask(List<AssignTicket> wishes, InboxTransaction transaction) throws SQLException;

    /** Those of the ids that are wishes of ours, with the assignment revision that each had seen. */
    Map<UUID, Integer> ours(Collection<UUID> ids, InboxTransaction transaction) throws SQLException;
}
