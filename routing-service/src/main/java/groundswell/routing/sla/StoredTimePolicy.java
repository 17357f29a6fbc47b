package groundswell.routing.sla;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.routing.BusinessCalendar;
import groundswell.routing.Edition.TimePolicyPublished;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.ServiceLevel;
import groundswell.routing.TimePolicy;
import groundswell.routing.TimePolicyBook;
import groundswell.routing.journal.Editions;
import groundswell.routing.journal.Editions.Published;
import groundswell.routing.setup.Shipped;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The time policy, of which every change is a version. */
@Singleton
public class StoredTimePolicy implements TimePolicyBook {
    record PolicyFile(
            int version,
            List<BusinessCalendar> calendars,
            List<ServiceLevel> levels,
            Map<String, Integer> staleMinutes) {}

    private final Editions<TimePolicyPublished, TimePolicy> editions;
    private final Clock clock;

    StoredTimePolicy(Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Shipped shipped, Clock clock) {
        this.clock = clock;
        var file = shipped.read("time-policy.yaml", PolicyFile.class);
        editions = new Editions<>(
                journal,
                TimePolicy.STREAM,
                TimePolicyPublished.class,
                version -> new TimePolicyPublished(
                        version,
                        file.calendars(),
                        file.levels(),
                        file.staleMinutes(),
                        file.version(),
                        null,
                        clock.instant()),
                TimePolicy::new);
        editions.now(); // a file that promises by a calendar that is not there stops the start
    }

    /** Once the journal runs. */
    void publish(@Observes @Priority(300) StartupEvent event) {
        editions.ship();
    }

    @Override
    public TimePolicy now() {
        return editions.now();
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
        return version == TimePolicy.NOTHING.version() ? TimePolicy.NOTHING : editions.at(version);
    }

    /** Every version with who made it, oldest first. */
    List<Published<TimePolicyPublished>> history() {
        return editions.history();
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
        return editions.change(
                new TimePolicyPublished(expected + 1, calendars, levels, staleMinutes, 0, note, clock.instant()),
                cause);
    }
}
