package groundswell.insights.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.insights.Calendar;
import groundswell.insights.Grain;
import groundswell.insights.Progress;
import groundswell.insights.operations.OperationsPage.Templates;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the page per second for all who look, and none while nobody does or nothing was heard. A listener gets
 * only the parts that differ from what it has; one that is slow skips states and never falls behind.
 */
@ApplicationScoped
public class OperationsFeed {
    static final int MOST_LISTENERS = 500;

    /** Ages and the running quarter hour move by themselves. */
    private static final Duration STALE = Duration.ofSeconds(30);

    /** A proxy or browser that hears nothing for longer takes the line for dead. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    /** The parts as last rendered, and whether listeners that have them all are to hear a beat. */
    private record Frame(Map<String, String> parts, boolean beat) {}

    private final OperationsBoard boards;
    private final Progress progress;
    private final Calendar calendar;
    private final ObjectMapper json;
    private final Set<MultiEmitter<? super Frame>> listeners = ConcurrentHashMap.newKeySet();

    private long heard = -1;
    private Instant read = Instant.EPOCH;
    private Instant beaten = Instant.EPOCH;
    private volatile @Nullable Frame last;

    OperationsFeed(OperationsBoard boards, Progress progress, Calendar calendar, ObjectMapper json) {
        this.boards = boards;
        this.progress = progress;
        this.calendar = calendar;
        this.json = json;
    }

    Multi<OutboundSseEvent> events(BiFunction<String, String, OutboundSseEvent> event) {
        if (listeners.size() >= MOST_LISTENERS) {
            throw new ServiceUnavailableException(30L);
        }
        var has = new HashMap<String, String>();
        return Multi.createFrom()
                .<Frame>emitter(this::add, BackPressureStrategy.LATEST)
                .onItem()
                .transformToMultiAndConcatenate(frame -> Multi.createFrom().iterable(news(frame, has, event)));
    }

    private void add(MultiEmitter<? super Frame> listener) {
        listeners.add(listener);
        listener.onTermination(() -> listeners.remove(listener));
        var frame = last;
        if (frame != null) {
            listener.emit(new Frame(frame.parts(), true));
        }
    }

    private static List<OutboundSseEvent> news(
            Frame frame, Map<String, String> has, BiFunction<String, String, OutboundSseEvent> event) {
        var news = new ArrayList<OutboundSseEvent>();
        frame.parts().forEach((name, data) -> {
            if (!data.equals(has.put(name, data))) {
                news.add(event.apply(name, data));
            }
        });
        if (news.isEmpty() && frame.beat()) {
            news.add(event.apply("beat", ""));
        }
        return news;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() throws JsonProcessingException {
        if (listeners.isEmpty()) {
            last = null;
            return;
        }
        var now = calendar.now();
        var position = progress.heard();
        var frame = last;
        if (frame == null || position != heard || moved(now)) {
            frame = new Frame(render(), false);
            heard = position;
            read = now;
            last = frame;
            emit(frame);
        }
        if (!now.isBefore(beaten.plus(BEAT))) {
            beaten = now;
            emit(new Frame(frame.parts(), true));
        }
    }

    private boolean moved(Instant now) {
        return now.isAfter(read.plus(STALE)) || !Grain.QUARTER.floor(now).equals(Grain.QUARTER.floor(read));
    }

    private void emit(Frame frame) {
        listeners.forEach(listener -> listener.emit(frame));
    }

    private Map<String, String> render() throws JsonProcessingException {
        var board = boards.now();
        var parts = new LinkedHashMap<String, String>();
        parts.put("figures", Templates.page$figures(board).render());
        parts.put("surges", Templates.page$surges(board).render());
        parts.put("insight", Templates.page$insight(board).render());
        parts.put("topfive", Templates.page$topfive(board).render());
        parts.put("queues", Templates.page$queues(board).render());
        parts.put("velocity", json.writeValueAsString(board.velocity()));
        return parts;
    }
}
