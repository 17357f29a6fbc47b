package groundswell.journal.inbox;

import java.sql.Connection;

/** The transaction that stores a batch's effects together with its position. Never commit or close its connection. */
public interface InboxTransaction {
    Connection connection();

    /** Runs once the transaction has committed; not at all if it does not. */
    void afterCommit(Runnable action);
}
