package groundswell.routing.sla;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.Submission;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.TargetEvent;
import groundswell.routing.TimePolicyBook;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Says what there is to say of some tickets' targets: events, rows and the next timer, all in the caller's transaction.
 * The caller holds the tickets' clocks locked, so a warning or a breach is told once, by whichever replica comes first.
 */
@Singleton
class Measuring {
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final TimePolicyBook policies;
    private final Clock clock;

    Measuring(Journal<RoutingEvent, RoutingState, RoutingEvent> journal, TimePolicyBook policies, Clock clock) {
        this.journal = journal;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Call it once per transaction.
     *
     * @param readUpTo by partition, how far time may speak
     */
    void measure(
            Collection<Lifeline> lives,
            Function<UUID, Cause> cause,
            Function<Integer, Instant> readUpTo,
            InboxTransaction transaction)
            throws SQLException {
        if (lives.isEmpty()) return;
        var told = told(lives, transaction.connection());
        var now = clock.instant();
        var submissions = new ArrayList<Submission<RoutingEvent>>();
        var readings = new ArrayList<ClockReading>();
        var events = new ArrayList<TargetEvent>();
        var byTicket = new HashMap<UUID, Lifeline>();
        for (var life : lives) {
            byTicket.put(life.ticketId(), life);
            var before = told.getOrDefault(life.ticketId(), RoutingState.NOTHING);
            var policy = policies.at(life.policyVersion());
            var telling = Telling.of(
                    life, policy, before.targets(), before.staleSince(), readUpTo.apply(life.partition()), now);
            for (var event : telling.events()) {
                submissions.add(Submission.of(stream(life.ticketId()), event, cause.apply(life.ticketId())));
                if (event instanceof TargetEvent e) events.add(e);
            }
            readings.add(ClockReading.of(life, policy, before.targets(), telling, now));
        }
        for (var outcome : journal.handle(submissions, transaction)) {
            if (outcome instanceof Outcome.Refused<?>(var reason)) throw reason;
        }
        new ClockTable(transaction.connection()).save(readings);
        new TargetTable(transaction.connection()).told(events, byTicket);
    }

    static String stream(UUID ticket) {
        return ticket + "/targets";
    }

    /** What was told, read under the clocks' locks: whoever tells more holds them too. */
    private Map<UUID, RoutingState> told(Collection<Lifeline> lives, Connection connection) throws SQLException {
        var streams = lives.stream().map(life -> stream(life.ticketId())).toArray();
        var found = new HashMap<UUID, RoutingState>();
        try (var query = connection.prepareStatement(
                "select stream_id, state::text from journal_stream where stream_id = any (?)")) {
            query.setArray(1, connection.createArrayOf("text", streams));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var ticket = row.getString(1).substring(0, 36);
                    found.put(UUID.fromString(ticket), journal.state(row.getString(2)));
                }
            }
        }
        return found;
    }

    /** Those of a stream, oldest first. */
    List<RoutingEvent> history(UUID ticket) {
        return journal.read(stream(ticket)).stream()
                .map(recorded -> recorded.event())
                .toList();
    }
}
