package groundswell.journal.inbox;

import java.sql.SQLException;
import java.util.List;

/** Puts deliveries aside instead of applying them. */
record ParkAside(ParkedTable parked, String error) implements BatchPolicy<List<Delivery>> {
    @Override
    public List<Delivery> prepare(List<Delivery> batch) {
        return batch;
    }

    @Override
    public void apply(List<Delivery> batch, InboxTransaction transaction) throws SQLException {
        for (var delivery : batch) {
            parked.insert(transaction.connection(), delivery, error);
        }
    }
}
