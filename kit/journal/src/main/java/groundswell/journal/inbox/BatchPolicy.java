package groundswell.journal.inbox;

import java.sql.SQLException;
import java.util.List;

/**
 * What a service does with a batch: what one poll brought, partition after partition, in order and once per position.
 *
 * @param <P> what {@link #prepare} found out
 */
public interface BatchPolicy<P> {
    /** Slow and pure, before the transaction: no lock waits for it. Called again, record by record, after a failure. */
    P prepare(List<Delivery> batch);

    /** The effects: rows written and events appended through {@code transaction}, all or nothing with the position. */
    void apply(P prepared, InboxTransaction transaction) throws SQLException;
}
