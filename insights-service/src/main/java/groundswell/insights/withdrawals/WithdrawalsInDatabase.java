package groundswell.insights.withdrawals;

import groundswell.insights.Withdrawals;
import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what customers last said. */
@ApplicationScoped
public class WithdrawalsInDatabase implements Withdrawals {
    private final DataSource database;

    WithdrawalsInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public Set<Words> of(Collection<Words> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select ticket_id, requester_id from insights_withdrawal"
                        + " where withdrawn and ticket_id = any (?)")) {
            var tickets = asked.stream().map(Words::ticketId).distinct().toArray();
            query.setArray(1, connection.createArrayOf("uuid", tickets));
            var withdrawn = new HashSet<Words>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    withdrawn.add(new Words(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
            withdrawn.retainAll(Set.copyOf(asked));
            return withdrawn;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "Whether customers withdrew could not be read");
        }
    }
}
