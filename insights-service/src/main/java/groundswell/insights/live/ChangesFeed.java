package groundswell.insights.live;

import groundswell.insights.Calendar;
import groundswell.insights.Grain;
import groundswell.insights.Progress;
import groundswell.insights.Versioned;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often something changed, for all who listen; it looks while somebody does. A listener that is slow skips counts
 * and is told once: whoever hears of a change reads everything anew.
 */
@ApplicationScoped
public class ChangesFeed {
    static final int MOST_LISTENERS = 500;

    /** Each change makes every listener read its page again; so many of them a second are borne. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    private static final int A_SECOND = 5;

    /** Surges, words and moods follow the counts after a while. */
    private static final Duration FOLLOWS = Duration.ofSeconds(15);

    private static final Duration BEAT = Duration.ofSeconds(10);

    /** What was heard, and what people and policies have made of it. */
    private record Standing(long heard, List<Long> versions) {}

    private final Progress progress;
    private final List<Versioned> others;
    private final Calendar calendar;
    private final Set<MultiEmitter<? super Long>> listeners = ConcurrentHashMap.newKeySet();

    private @Nullable Standing seen;
    private long changes;
    private Instant told = Instant.EPOCH;
    private Instant beaten = Instant.EPOCH;
    private boolean following;

    ChangesFeed(Progress progress, @All List<Versioned> others, Calendar calendar) {
        this.progress = progress;
        this.others = others;
        this.calendar = calendar;
    }

    /** {@code changed}, or {@code beat} where nothing has since the last. */
    Multi<String> events() {
        if (listeners.size() >= MOST_LISTENERS) {
            throw new ServiceUnavailableException(30L);
        }
        var has = new AtomicLong(-1);
        return Multi.createFrom()
                .<Long>emitter(this::add, BackPressureStrategy.LATEST)
                .map(count -> {
                    long before = has.getAndSet(count);
                    return before < 0 || before == count ? "beat" : "changed";
                });
    }

    /** Its page is of this moment. */
    private synchronized void add(MultiEmitter<? super Long> listener) {
        listeners.add(listener);
        listener.onTermination(() -> listeners.remove(listener));
        listener.emit(changes);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        if (!listeners.isEmpty()) {
            beat(calendar.now());
            if (isDue(calendar.now())) {
                look(standing(), calendar.now());
            }
        }
    }

    /** First of all: who listens is not to think us away because the database is. */
    private synchronized void beat(Instant now) {
        if (!now.isBefore(beaten.plus(BEAT))) {
            beaten = now;
            emit();
        }
    }

    /** Nothing is asked for what could not be told yet. */
    private synchronized boolean isDue(Instant now) {
        return !now.isBefore(told.plus(pause()))
                || following && !now.isBefore(told.plus(FOLLOWS))
                || isNextQuarter(now);
    }

    private boolean isNextQuarter(Instant now) {
        return !Grain.QUARTER.floor(now).equals(Grain.QUARTER.floor(told));
    }

    private Standing standing() {
        return new Standing(
                progress.heard(), others.stream().map(Versioned::version).toList());
    }

    private synchronized void look(Standing standing, Instant now) {
        boolean changed = !standing.equals(seen) && !now.isBefore(told.plus(pause()));
        boolean followed = following && !now.isBefore(told.plus(FOLLOWS));
        if (changed || followed || isNextQuarter(now)) {
            following = changed || following && !followed;
            seen = standing;
            told = now;
            changes++;
            emit();
        }
    }

    private Duration pause() {
        return LEAST.plusSeconds(listeners.size() / A_SECOND);
    }

    private void emit() {
        listeners.forEach(listener -> listener.emit(changes));
    }
}
