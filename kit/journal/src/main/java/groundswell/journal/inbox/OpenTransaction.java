package groundswell.journal.inbox;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** A transaction under way, and what is to happen after it. */
final class OpenTransaction implements InboxTransaction {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Connection connection;
    private final List<Runnable> actions = new ArrayList<>();

    OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }

    /** What is committed stays so: an action that fails is only logged. */
    void committed() {
        for (var action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.errorf("An action after a commit failed: %s", Failures.describe(e));
            }
        }
    }
}
