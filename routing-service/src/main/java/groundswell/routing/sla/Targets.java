package groundswell.routing.sla;

import groundswell.routing.ServiceLevel.Promise;
import groundswell.routing.TimePolicy;
import groundswell.routing.TimeTarget;
import groundswell.routing.WorkingHours;
import groundswell.routing.sla.Target.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's time targets: a function of what happened to it and of the policy that it was opened under. Pure; no clock.
 *
 * <p>Time passes in the calendar's hours and stands still while the ticket waits for its customer, or is merged into another one. Each priority counts
 * from the start, and is in force until the next: a target whose time was over under one priority is missed, whatever
 * comes later, one that a higher priority makes older than it may be is missed at that moment, and one that the new
 * priority does not promise is cancelled. What happens at the very instant it is due is in time.
 */
final class Targets {
    private static final Duration WARNING = Duration.ofMinutes(15);

    private record Pause(Instant from, @Nullable Instant to) {
        boolean reaches(Instant end) {
            return to == null || to.isAfter(end);
        }
    }

    private record Step(Instant from, String priority) {}

    private static final class Running {
        final TimeTarget kind;
        final int cycle;
        final Instant from;

        Running(TimeTarget kind, int cycle, Instant from) {
            this.kind = kind;
            this.cycle = cycle;
            this.from = from;
        }
    }

    private record Ended(Running running, @Nullable Instant at, boolean fulfilled) {}

    private final Lifeline life;
    private final TimePolicy policy;
    private final List<Ended> ended = new ArrayList<>();
    private final Map<TimeTarget, Running> running = new EnumMap<>(TimeTarget.class);
    private final Map<TimeTarget, Integer> cycles = new EnumMap<>(TimeTarget.class);
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Step> priorities = new ArrayList<>();
    private @Nullable Instant pausedAt;
    private boolean withTeam;
    private boolean over;
    private boolean waits;
    private boolean merged;

    /** @param policy the one that the ticket was opened under */
    static List<Target> of(Lifeline life, TimePolicy policy) {
        return new Targets(life, policy).all();
    }

    private Targets(Lifeline life, TimePolicy policy) {
        this.life = life;
        this.policy = policy;
    }

    private List<Target> all() {
        priorities.add(new Step(life.openedAt(), life.priority()));
        start(TimeTarget.TEAM, life.openedAt());
        start(TimeTarget.FIRST_REPLY, life.openedAt());
        start(TimeTarget.RESOLUTION, life.openedAt());
        life.facts().forEach(this::follow);
        if (pausedAt != null) pauses.add(new Pause(pausedAt, null));
        running.values().forEach(open -> ended.add(new Ended(open, null, false)));
        return ended.stream().map(this::measured).flatMap(Optional::stream).toList();
    }

    private void follow(Fact fact) {
        var at = fact.at();
        switch (fact.kind()) {
            case TEAM_FOUND -> {
                withTeam = true;
                end(TimeTarget.TEAM, at, true);
            }
            case TEAM_LOST -> {
                withTeam = false;
                if (!over) start(TimeTarget.TEAM, at);
            }
            case REPLIED -> {
                end(TimeTarget.FIRST_REPLY, at, true);
                end(TimeTarget.NEXT_REPLY, at, true);
            }
            case ASKED -> {
                if (!running.containsKey(TimeTarget.FIRST_REPLY)) start(TimeTarget.NEXT_REPLY, at);
            }
            case PAUSED -> stand(true, merged, at);
            case RESUMED -> stand(false, merged, at);
            case MERGED -> stand(waits, true, at);
            case UNMERGED -> stand(waits, false, at);
            case RESOLVED, CLOSED -> {
                over = true;
                stand(false, merged, at);
                end(TimeTarget.TEAM, at, false);
                end(TimeTarget.FIRST_REPLY, at, false);
                end(TimeTarget.NEXT_REPLY, at, false);
                end(TimeTarget.RESOLUTION, at, true);
            }
            case REOPENED -> {
                over = false;
                stand(false, merged, at);
                start(TimeTarget.RESOLUTION, at);
                if (!withTeam) start(TimeTarget.TEAM, at);
            }
            case PRIORITISED -> {
                if (fact.priority() != null) priorities.add(new Step(at, fact.priority()));
            }
            case STARTED, TOUCHED -> {}
        }
    }

    private void start(TimeTarget kind, Instant at) {
        running.computeIfAbsent(kind, _ -> new Running(kind, cycles.merge(kind, 1, Integer::sum), at));
    }

    private void end(TimeTarget kind, Instant at, boolean fulfilled) {
        var open = running.remove(kind);
        if (open != null) ended.add(new Ended(open, at, fulfilled));
    }

    /** Time stands still from the first reason for that until the last is gone. */
    private void stand(boolean nowWaits, boolean nowMerged, Instant at) {
        waits = nowWaits;
        merged = nowMerged;
        if (waits || merged) {
            pausedAt = pausedAt == null ? at : pausedAt;
        } else if (pausedAt != null) {
            pauses.add(new Pause(pausedAt, at));
            pausedAt = null;
        }
    }

    /** Empty where nothing was ever promised. */
    private Optional<Target> measured(Ended one) {
        var kind = one.running().kind;
        var from = one.running().from;
        Promise last = null;
        var lastPriority = life.priority();
        Instant due = null;
        Instant withdrawnAt = null;
        for (int i = 0; i < priorities.size(); i++) {
            var step = priorities.get(i);
            var until = i + 1 < priorities.size() ? priorities.get(i + 1).from() : null;
            if (until != null && (!until.isAfter(from) || until.equals(step.from()))) continue; // never in force
            if (one.at() != null && step.from().isAfter(from) && !step.from().isBefore(one.at())) break;
            due = null;
            var promise = policy.promise(life.plan(), step.priority()).orElse(null);
            var minutes = promise == null ? null : promise.minutes(kind);
            if (promise == null || minutes == null) {
                if (last != null && withdrawnAt == null) withdrawnAt = step.from();
                continue;
            }
            withdrawnAt = null;
            last = promise;
            lastPriority = step.priority();
            due = due(from, Duration.ofMinutes(minutes), policy.hours(promise.calendar()));
            if (due != null && due.isBefore(step.from())) due = step.from();
            if (due != null && isBefore(due, until) && isBefore(due, one.at())) {
                if (until != null || one.at() != null)
                    return Optional.of(target(one, promise, lastPriority, due, Outcome.MISSED));
            }
        }
        if (last == null) return Optional.empty();
        if (withdrawnAt != null)
            return Optional.of(
                    target(new Ended(one.running(), withdrawnAt, false), last, lastPriority, null, Outcome.CANCELLED));
        var outcome = one.at() == null ? Outcome.OPEN : one.fulfilled() ? Outcome.MET : Outcome.CANCELLED;
        return Optional.of(target(one, last, lastPriority, due, outcome));
    }

    private static boolean isBefore(Instant due, @Nullable Instant end) {
        return end == null || due.isBefore(end);
    }

    /** When the promised time has passed; null where it has not when the ticket begins to wait for its customer for good. */
    private @Nullable Instant due(Instant from, Duration promised, WorkingHours hours) {
        var left = promised;
        var since = from;
        for (var pause : pauses) {
            if (!pause.reaches(since)) continue;
            if (pause.from().isAfter(since)) {
                var worked = hours.between(since, pause.from());
                if (worked.compareTo(left) >= 0) break;
                left = left.minus(worked);
            }
            if (pause.to() == null) return null;
            since = pause.to();
        }
        return hours.plus(since, left);
    }

    private Target target(Ended one, Promise promise, String priority, @Nullable Instant due, Outcome outcome) {
        int minutes = Objects.requireNonNull(promise.minutes(one.running().kind));
        var promised = Duration.ofMinutes(minutes);
        var lead = promised.dividedBy(2).compareTo(WARNING) < 0 ? promised.dividedBy(2) : WARNING;
        var warnAt =
                due == null ? null : due(one.running().from, promised.minus(lead), policy.hours(promise.calendar()));
        return new Target(
                one.running().kind,
                one.running().cycle,
                one.running().from,
                minutes,
                promise.calendar(),
                priority,
                due,
                warnAt,
                one.at(),
                outcome);
    }
}
