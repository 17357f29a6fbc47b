package groundswell.routing.sla;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Recorded;
import groundswell.journal.Submission;
import groundswell.routing.BusinessCalendar;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.TimePolicyPublished;
import groundswell.routing.RoutingState;
import groundswell.routing.ServiceLevel;
import groundswell.routing.TimePolicy;
import groundswell.routing.TimePolicyBook;
import groundswell.routing.journal.Held;
import groundswell.routing.setup.Shipped;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The time policy as a stream of versions: the one shipped until somebody changes it. A newer shipped file replaces an
 * older one, and never what people wrote.
 */
@Singleton
public class StoredTimePolicy implements TimePolicyBook {
    record PolicyFile(
            int version,
            List<BusinessCalendar> calendars,
            List<ServiceLevel> levels,
            Map<String, Integer> staleMinutes) {}

    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final PolicyFile shipped;
    private final Clock clock;
    private final Held<TimePolicy> present = new Held<>(this::read);
    private final Map<Integer, TimePolicy> versions = new ConcurrentHashMap<>();

    StoredTimePolicy(Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Shipped shipped, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.shipped = shipped.read("time-policy.yaml", PolicyFile.class);
        new TimePolicy(shippedAs(1)); // a file that promises by a calendar that is not there stops the start
    }

    /** Once the journal runs. */
    void publish(@Observes @Priority(300) StartupEvent event) {
        var before = published();
        boolean newer =
                before.isEmpty() || (before.get().shipped() > 0 && before.get().shipped() < shipped.version());
        if (!newer) return;
        int version = before.map(TimePolicyPublished::version).orElse(0) + 1;
        journal.handle(Submission.of(
                TimePolicy.STREAM, shippedAs(version), Cause.of("system:routing-service", TimePolicy.STREAM)));
        present.changed();
    }

    @Override
    public TimePolicy now() {
        return present.get();
    }

    @Override
    public TimePolicy inForceAt(Instant openedAt) {
        var policy = now();
        for (int version = policy.version();
                version > 1 && policy.published().at().isAfter(openedAt); ) policy = at(--version);
        return policy;
    }

    @Override
    public TimePolicy at(int version) {
        if (version == TimePolicy.NOTHING.version()) return TimePolicy.NOTHING;
        var known = versions.get(version);
        if (known != null) return known;
        var now = now();
        if (now.version() == version) return now;
        history().forEach(recorded -> {
            if (recorded.event() instanceof TimePolicyPublished e) versions.put(e.version(), new TimePolicy(e));
        });
        return versions.getOrDefault(version, now);
    }

    /** Every version with who made it, oldest first. */
    List<Recorded<RoutingEvent>> history() {
        return journal.read(TimePolicy.STREAM);
    }

    /**
     * @param expected the version that was changed
     * @throws groundswell.journal.JournalRefused where there is a newer one
     */
    TimePolicy change(
            List<BusinessCalendar> calendars,
            List<ServiceLevel> levels,
            Map<String, Integer> staleMinutes,
            @Nullable String note,
            int expected,
            Cause cause) {
        var next = new TimePolicyPublished(expected + 1, calendars, levels, staleMinutes, 0, note, clock.instant());
        var policy = new TimePolicy(next);
        journal.handle(
                Submission.<RoutingEvent>of(TimePolicy.STREAM, next, cause).expecting(expected));
        present.changed();
        return policy;
    }

    private TimePolicy read() {
        var policy = new TimePolicy(published().orElseGet(() -> shippedAs(1)));
        versions.put(policy.version(), policy);
        return policy;
    }

    private Optional<TimePolicyPublished> published() {
        return journal.head(TimePolicy.STREAM).map(head -> head.state().timePolicy());
    }

    private TimePolicyPublished shippedAs(int version) {
        return new TimePolicyPublished(
                version,
                shipped.calendars(),
                shipped.levels(),
                shipped.staleMinutes(),
                shipped.version(),
                null,
                clock.instant());
    }
}
