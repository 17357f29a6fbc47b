package groundswell.routing.queue;

import groundswell.journal.SqlFailure;
import groundswell.routing.PeopleNames;
import groundswell.routing.queue.QueuesPage.Templates;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the queues per second for all who look, and none while nobody does. A listener gets only the parts that
 * differ from what it has; one that is slow skips states and never falls behind.
 */
@Singleton
public class QueueFeed {
    private static final int MOST_LISTENERS = 500;

    /** A proxy or browser that hears nothing for longer takes the line for dead. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    private record Frame(Map<String, String> parts, boolean beat) {}

    private final QueueHealth health;
    private final PeopleNames names;
    private final DataSource database;
    private final Set<MultiEmitter<? super Frame>> listeners = ConcurrentHashMap.newKeySet();
    private long beaten = System.nanoTime();
    private volatile @Nullable Frame last;

    QueueFeed(QueueHealth health, PeopleNames names, DataSource database) {
        this.health = health;
        this.names = names;
        this.database = database;
    }

    /** @param team the one whose parts are heard */
    Multi<OutboundSseEvent> events(String team, BiFunction<String, String, OutboundSseEvent> event) {
        if (listeners.size() >= MOST_LISTENERS) throw new ServiceUnavailableException(30L);
        var has = new HashMap<String, String>();
        return Multi.createFrom()
                .<Frame>emitter(this::add, BackPressureStrategy.LATEST)
                .onItem()
                .transformToMultiAndConcatenate(frame -> Multi.createFrom().iterable(news(frame, team, has, event)));
    }

    private void add(MultiEmitter<? super Frame> listener) {
        listeners.add(listener);
        listener.onTermination(() -> listeners.remove(listener));
        var frame = last;
        if (frame != null) listener.emit(new Frame(frame.parts(), true));
    }

    private static List<OutboundSseEvent> news(
            Frame frame, String team, Map<String, String> has, BiFunction<String, String, OutboundSseEvent> event) {
        var news = new ArrayList<OutboundSseEvent>();
        frame.parts().forEach((name, data) -> {
            var part = name.substring(0, name.indexOf('-'));
            if (name.equals(part + "-" + team) && !data.equals(has.put(name, data))) news.add(event.apply(part, data));
        });
        if (news.isEmpty() && frame.beat()) news.add(event.apply("beat", ""));
        return news;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        if (listeners.isEmpty()) {
            last = null;
            return;
        }
        var parts = parts();
        boolean beat = System.nanoTime() - beaten >= BEAT.toNanos();
        if (beat) beaten = System.nanoTime();
        var frame = last;
        if (!beat && frame != null && frame.parts().equals(parts)) return;
        var next = new Frame(parts, beat);
        last = next;
        listeners.forEach(listener -> listener.emit(next));
    }

    private Map<String, String> parts() {
        var called = names.known();
        var parts = new LinkedHashMap<String, String>();
        var rows = fingerprints();
        for (var queue : health.now()) {
            var view = HealthView.of(queue, called);
            parts.put("health-" + queue.team(), Templates.queue$health(view).render());
            parts.put("people-" + queue.team(), Templates.queue$people(view).render());
            parts.put("rows-" + queue.team(), rows.getOrDefault(queue.team(), ""));
        }
        return parts;
    }

    /** Differs where a row of the team's list does; the list itself is fetched by those who see it change. */
    private Map<String, String> fingerprints() {
        var sql = """
                select r.assigned_team, count(*) || ' ' || sum(hashtextextended(concat_ws(' ', r.ticket_id, r.assignee_id,
                    r.priority, c.status, c.due_at, c.at_risk, c.breached), 0) % 1000000007)
                from routing_ticket r left join target_clock c on c.ticket_id = r.ticket_id and c.status not in ('resolved', 'closed')
                where r.waiting and r.assigned_team is not null group by 1""";
        var found = new HashMap<String, String>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            while (row.next()) found.put(row.getString(1), row.getString(2));
            return found;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
