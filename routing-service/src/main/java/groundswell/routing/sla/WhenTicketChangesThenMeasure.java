package groundswell.routing.sla;

import groundswell.journal.Cause;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.Teams;
import groundswell.routing.TimePolicy;
import groundswell.routing.TimePolicyBook;
import groundswell.routing.sla.TargetNews.TicketAssigned;
import groundswell.routing.sla.TargetNews.TicketOpened;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Policy: whatever happens to a ticket is measured against what was promised. Facts alone speak here; what only time can
 * tell is left to {@link Timers}. Imported tickets were promised nothing.
 */
@Singleton
public class WhenTicketChangesThenMeasure implements BatchPolicy<List<WhenTicketChangesThenMeasure.Prepared>> {
    static final String ACTOR = "policy:when-ticket-changes-then-measure";

    /** One event, as we read it. */
    record Prepared(TargetNews news, Delivery delivery) {}

    private final TimePolicyBook policies;
    private final Teams teams;
    private final Measuring measuring;

    WhenTicketChangesThenMeasure(TimePolicyBook policies, Teams teams, Measuring measuring) {
        this.teams = teams;
        this.policies = policies;
        this.measuring = measuring;
    }

    @Override
    public List<Prepared> prepare(List<Delivery> batch) {
        return batch.stream()
                .filter(delivery -> TargetNews.FORMAT.knows(delivery.type()))
                .map(delivery ->
                        new Prepared(known(TargetNews.FORMAT.read(delivery.type(), delivery.data())), delivery))
                .toList();
    }

    @Override
    public void apply(List<Prepared> batch, InboxTransaction transaction) throws SQLException {
        if (batch.isEmpty()) return;
        var ids = new LinkedHashSet<UUID>();
        batch.forEach(one -> ids.add(one.news().ticketId()));
        var clocks = new ClockTable(transaction.connection());
        var lives = new HashMap<>(clocks.lock(ids));
        var changed = new LinkedHashMap<UUID, Lifeline>();
        var causes = new HashMap<UUID, Cause>();
        for (var one : batch) {
            var id = one.news().ticketId();
            if (one.news() instanceof TicketOpened e && !lives.containsKey(id)) lives.put(id, begun(e, one.delivery()));
            var life = lives.get(id);
            if (life == null) continue;
            if (isNoSignOfLife(one, life)) continue;
            var fact = one.news().fact(one.delivery().version());
            var next = fact == null ? life : life.with(fact);
            lives.put(id, next);
            changed.put(id, next);
            causes.put(id, caused(one.delivery()));
        }
        measuring.measure(
                changed.values(), id -> Objects.requireNonNull(causes.get(id)), _ -> Instant.MIN, transaction);
    }

    /** Being given from one person to the next by our own policy is not being worked on. */
    private static boolean isNoSignOfLife(Prepared one, Lifeline life) {
        return one.news() instanceof TicketAssigned e
                && one.delivery().cause().actor().startsWith("policy:")
                && Optional.ofNullable(e.team()).equals(life.teamAt(Instant.MAX));
    }

    /** A team that is not one of ours has nobody who would see the ticket. */
    private TargetNews known(TargetNews news) {
        return news instanceof TicketAssigned e && teams.isElsewhere(e.team())
                ? new TicketAssigned(e.ticketId(), null, e.assigneeId(), e.at())
                : news;
    }

    private Lifeline begun(TicketOpened e, Delivery delivery) {
        return new Lifeline(
                e.ticketId(),
                delivery.partition(),
                e.plan(),
                e.priority(),
                e.at(),
                (e.imported() ? TimePolicy.NOTHING : policies.inForceAt(e.at())).version(),
                List.of());
    }

    private static Cause caused(Delivery delivery) {
        return new Cause(
                ACTOR,
                delivery.cause().correlationId(),
                delivery.eventId().toString(),
                delivery.cause().traceparent());
    }
}
