package groundswell.routing;

import groundswell.routing.Edition.TimePolicyPublished;
import groundswell.routing.ServiceLevel.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is promised to whom, and by which hours: one version, as it was published. A ticket keeps the version that it was
 * opened under, whatever is published later. Pure.
 */
public final class TimePolicy {
    /** What imported tickets are promised. Version 0, which is never published. */
    public static final TimePolicy NOTHING =
            new TimePolicy(new TimePolicyPublished(0, List.of(), List.of(), Map.of(), 0, null, Instant.EPOCH));

    /** The stream that its versions are recorded in. */
    public static final String STREAM = "time-policy";

    private final TimePolicyPublished published;
    private final Map<String, WorkingHours> hours = new HashMap<>();

    /** @throws IllegalArgumentException where a level names a calendar that is not there, or a calendar never opens */
    public TimePolicy(TimePolicyPublished published) {
        this.published = published;
        hours.put(BusinessCalendar.ALWAYS, WorkingHours.ALWAYS);
        published.calendars().forEach(calendar -> hours.put(calendar.code(), calendar.workingHours()));
        for (var level : published.levels()) {
            for (var promise : level.targets().values()) hours(promise.calendar());
        }
    }

    public int version() {
        return published.version();
    }

    public TimePolicyPublished published() {
        return published;
    }

    /** What a ticket is promised: the first level for its plan decides. */
    public Optional<Promise> promise(@Nullable String plan, String priority) {
        return published.levels().stream()
                .filter(level -> level.isFor(plan))
                .findFirst()
                .map(level -> level.targets().get(priority));
    }

    public WorkingHours hours(String calendar) {
        var found = hours.get(calendar);
        if (found == null) throw new IllegalArgumentException("No calendar " + calendar);
        return found;
    }

    /** How long a ticket of that status may lie untouched; empty where nobody minds. */
    public Optional<Duration> stale(String status) {
        return Optional.ofNullable(published.staleMinutes().get(status)).map(Duration::ofMinutes);
    }

    public List<BusinessCalendar> calendars() {
        return published.calendars();
    }
}
