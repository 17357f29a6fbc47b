package groundswell.routing;

import groundswell.routing.Roster.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a team, as whoever deals out tickets sees them. Pure.
 *
 * @param awaySince null for whoever takes tickets in their working hours
 */
public record Colleague(
        UUID id,
        String team,
        WorkingHours hours,
        int capacity,
        Set<String> skills,
        @Nullable Instant awaySince) {
    public static Colleague of(UUID id, Place place, @Nullable Instant awaySince) {
        return new Colleague(
                id,
                place.team(),
                WeeklyShift.hours(place.hours(), ZoneId.of(place.timeZone())),
                place.capacity(),
                Set.copyOf(place.skills()),
                awaySince);
    }

    /** Whether they may be given a ticket now, as far as time goes. */
    public boolean atWork(Instant now) {
        return awaySince == null && hours.isOpen(now);
    }
}
