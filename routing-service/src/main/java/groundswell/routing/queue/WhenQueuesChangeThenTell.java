package groundswell.routing.queue;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.Submission;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.TeamEvent.QueueChanged;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Policy: how a queue stands is told on {@code routing.events.v1} when it has changed, once every few seconds at most; one
 * replica measures at a time. A state that did not last is never told.
 */
@Singleton
class WhenQueuesChangeThenTell {
    private static final Logger LOG = Logger.getLogger(WhenQueuesChangeThenTell.class);
    private static final String ACTOR = "policy:when-queues-change-then-tell";

    /** Any number that no other lock of this database uses. */
    private static final long LOCK = 7_418_529_630L;

    private final DataSource database;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final QueueHealth health;
    private final Map<String, QueueChanged> told = new HashMap<>();

    WhenQueuesChangeThenTell(
            DataSource database, Journal<RoutingEvent, RoutingState, RoutingEvent> journal, QueueHealth health) {
        this.database = database;
        this.journal = journal;
        this.health = health;
    }

    @Scheduled(every = "{groundswell.routing.queues-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tell() {
        try {
            OwnTransaction.run(database, this::changed).forEach(event -> told.put(event.team(), event));
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Queues could not be told (%s)", e.getClass().getSimpleName());
        }
    }

    /** Measured under the lock: whoever comes second has nothing older to say. */
    private List<QueueChanged> changed(InboxTransaction transaction) throws SQLException {
        if (!isFirst(transaction)) return List.of();
        var changed = health.now().stream().filter(this::differs).toList();
        var events = changed.stream()
                .map(event -> Submission.<RoutingEvent>of(
                        "queue:" + event.team(), event, Cause.of(ACTOR, "queue:" + event.team())))
                .toList();
        for (var outcome : journal.handle(events, transaction)) {
            if (outcome instanceof Outcome.Refused<?>(var reason)) throw reason;
        }
        return changed;
    }

    private static boolean isFirst(InboxTransaction transaction) throws SQLException {
        try (var lock = transaction.connection().prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The decider drops what the topic knows; asking it each time would cost a lock of the slot. */
    private boolean differs(QueueChanged now) {
        var before = told.get(now.team());
        return before == null || now.differsFrom(before);
    }
}
