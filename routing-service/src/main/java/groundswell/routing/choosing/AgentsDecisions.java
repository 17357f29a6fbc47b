package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.SqlFailure;
import groundswell.journal.inbox.OwnTransaction;
import groundswell.routing.Decision;
import groundswell.routing.Decisions;
import groundswell.routing.RoutingEvent.TicketRouted;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What a person decides, recorded and asked for like the policy's own decisions. */
@Singleton
class AgentsDecisions implements Decisions {
    private final DataSource database;
    private final Recorder recorder;
    private final Clock clock;

    AgentsDecisions(DataSource database, Recorder recorder, Clock clock) {
        this.database = database;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public Optional<TicketRouted> move(UUID ticketId, String team, String reason, Cause cause) {
        try {
            return OwnTransaction.run(database, transaction -> {
                var standings = new TicketTable(transaction.connection()).lock(List.of(ticketId));
                var standing = standings.get(ticketId);
                if (standing == null) return Optional.empty();
                var routed =
                        Decision.byAgent(team, reason).of(ticketId, standing.assignmentRevision(), clock.instant());
                recorder.record(List.of(Finding.teaching(routed, cause, standing)), standings, transaction);
                return Optional.of(routed);
            });
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
