package groundswell.routing.sla;

import groundswell.routing.RoutingEvent;
import groundswell.routing.TargetEvent.TargetBreached;
import groundswell.routing.TargetEvent.TargetRetracted;
import groundswell.routing.TargetEvent.TargetWarned;
import groundswell.routing.TargetStanding;
import groundswell.routing.TargetStanding.Status;
import groundswell.routing.TimePolicy;
import groundswell.routing.TimeTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's clock as queues and lists read it.
 *
 * @param dueAt the earliest time by which something is still to be done, in the past where that was missed; null where
 *     nothing is promised or the ticket waits for its customer
 * @param dueTarget what is due then
 * @param atRisk one of its running targets was warned of
 * @param breached one of its targets was missed, and what it promised has still not happened
 * @param unansweredSince the oldest word of the customer that nobody has answered
 * @param nextAt when a timer has something to tell
 */
record ClockReading(
        Lifeline life,
        String status,
        @Nullable Instant dueAt,
        @Nullable TimeTarget dueTarget,
        boolean atRisk,
        boolean breached,
        @Nullable Instant unansweredSince,
        @Nullable Instant nextAt) {

    static ClockReading of(
            Lifeline life, TimePolicy policy, Map<String, TargetStanding> told, Telling telling, Instant now) {
        Instant dueAt = null;
        TimeTarget dueTarget = null;
        boolean atRisk = false;
        boolean breached = false;
        for (var target : Targets.of(life, policy)) {
            if (target.ended()) continue;
            if (target.dueAt() != null && (dueAt == null || target.dueAt().isBefore(dueAt))) {
                dueAt = target.dueAt();
                dueTarget = target.kind();
            }
            var key = TargetStanding.key(target.kind(), target.cycle());
            breached |= isBreached(key, told.get(key), telling.events());
            // once warned of, it may be due later again, or stand still
            boolean little = target.warnAt() != null && !target.warnAt().isAfter(now);
            atRisk |= little && isWarned(key, told.get(key), telling.events());
        }
        return new ClockReading(
                life,
                life.status(),
                dueAt,
                dueTarget,
                atRisk && !breached,
                breached,
                unansweredSince(life),
                telling.nextAt());
    }

    private static boolean isBreached(String key, @Nullable TargetStanding told, List<RoutingEvent> events) {
        boolean breached = told != null && told.status() == Status.BREACHED;
        for (var event : events) {
            if (event instanceof TargetBreached e && TargetStanding.key(e).equals(key)) breached = true;
            if (event instanceof TargetRetracted e && TargetStanding.key(e).equals(key)) breached = false;
        }
        return breached;
    }

    private static boolean isWarned(String key, @Nullable TargetStanding told, List<RoutingEvent> events) {
        return (told != null && told.warned())
                || events.stream()
                        .anyMatch(event -> event instanceof TargetWarned e
                                && TargetStanding.key(e).equals(key));
    }

    /** Whatever was promised: the opening, or the first message since the last answer. */
    private static @Nullable Instant unansweredSince(Lifeline life) {
        Instant since = life.openedAt();
        for (var fact : life.facts()) {
            switch (fact.kind()) {
                case REPLIED, RESOLVED, CLOSED -> since = null;
                case ASKED, REOPENED -> since = since == null ? fact.at() : since;
                case TEAM_FOUND, TEAM_LOST, STARTED, PAUSED, RESUMED, PRIORITISED, MERGED, UNMERGED, TOUCHED -> {}
            }
        }
        return since;
    }
}
