package groundswell.routing;

import groundswell.routing.TargetEvent.TargetBreached;
import groundswell.routing.TargetEvent.TargetCancelled;
import groundswell.routing.TargetEvent.TargetMet;
import groundswell.routing.TargetEvent.TargetMoved;
import groundswell.routing.TargetEvent.TargetRetracted;
import groundswell.routing.TargetEvent.TargetStarted;
import groundswell.routing.TargetEvent.TargetWarned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was told of one time target so far. Pure.
 *
 * @param dueAt as told last; null while the ticket waits for its customer
 */
public record TargetStanding(Status status, @Nullable Instant dueAt, boolean warned) {
    public enum Status {
        RUNNING,
        MET,
        BREACHED,
        CANCELLED
    }

    /** How a state's map names a target. */
    public static String key(TimeTarget target, int cycle) {
        return target + "/" + cycle;
    }

    public static String key(TargetEvent e) {
        return key(e.target(), e.cycle());
    }

    /** Whether the event says anything that was not told. */
    static boolean isNew(TargetEvent event, @Nullable TargetStanding told) {
        if (told == null) return event instanceof TargetStarted;
        return switch (event) {
            case TargetStarted _ -> told.status == Status.MET || told.status == Status.CANCELLED;
            case TargetMoved e -> told.status == Status.RUNNING && !java.util.Objects.equals(told.dueAt, e.dueAt());
            case TargetWarned _ -> told.status == Status.RUNNING && !told.warned;
            case TargetBreached _ -> told.status != Status.BREACHED;
            case TargetRetracted _ -> told.status == Status.BREACHED;
            case TargetMet _ -> told.status == Status.RUNNING || told.status == Status.CANCELLED;
            case TargetCancelled _ -> told.status == Status.RUNNING || told.status == Status.MET;
        };
    }

    static TargetStanding after(@Nullable TargetStanding told, TargetEvent event) {
        var before = told == null ? new TargetStanding(Status.RUNNING, null, false) : told;
        return switch (event) {
            case TargetStarted e -> new TargetStanding(Status.RUNNING, e.dueAt(), before.warned);
            case TargetMoved e -> new TargetStanding(before.status, e.dueAt(), before.warned);
            case TargetWarned e -> new TargetStanding(before.status, e.dueAt(), true);
            case TargetBreached e -> new TargetStanding(Status.BREACHED, e.dueAt(), before.warned);
            case TargetRetracted _ -> new TargetStanding(Status.RUNNING, before.dueAt, before.warned);
            case TargetMet _ -> new TargetStanding(Status.MET, before.dueAt, before.warned);
            case TargetCancelled _ -> new TargetStanding(Status.CANCELLED, before.dueAt, before.warned);
        };
    }
}
