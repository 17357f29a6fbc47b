package groundswell.routing;

import groundswell.journal.inbox.InboxTransaction;
import java.sql.SQLException;
import java.util.List;

/** Where labels go, to become lessons. */
public interface Labels {
    /** The stream of labels, and of the models that have learnt from them. */
    String LEDGER = "ledger";

    /** Kept with the caller's transaction, and learnt from a little later; a ticket's newest label counts. */
    void add(List<Label> labels, InboxTransaction transaction) throws SQLException;
}
