package groundswell.routing.sla;

import static groundswell.routing.TargetStanding.Status.BREACHED;
import static groundswell.routing.TargetStanding.Status.CANCELLED;
import static groundswell.routing.TargetStanding.Status.MET;

import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.TicketWentStale;
import groundswell.routing.TargetEvent.TargetBreached;
import groundswell.routing.TargetEvent.TargetCancelled;
import groundswell.routing.TargetEvent.TargetMet;
import groundswell.routing.TargetEvent.TargetMoved;
import groundswell.routing.TargetEvent.TargetRetracted;
import groundswell.routing.TargetEvent.TargetStarted;
import groundswell.routing.TargetEvent.TargetWarned;
import groundswell.routing.TargetStanding;
import groundswell.routing.TargetStanding.Status;
import groundswell.routing.TimePolicy;
import groundswell.routing.TimeTarget;
import groundswell.routing.sla.Target.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a ticket's targets, given what was told: a function of facts, policy and how far we have read.
 * Pure.
 *
 * @param events in the order in which they are to be recorded
 * @param nextAt when time alone will have something to tell; null where it will not
 */
record Telling(List<RoutingEvent> events, @Nullable Instant nextAt) {
    /**
     * @param told by {@link TargetStanding#key}
     * @param staleSince the last sign of life whose staleness was told
     * @param readUpTo everything that was published until then has been read, so time may speak up to here; {@link
     *     Instant#MIN} lets facts alone speak
     * @param now for what is recorded of the present
     */
    static Telling of(
            Lifeline life,
            TimePolicy policy,
            Map<String, TargetStanding> told,
            @Nullable Instant staleSince,
            Instant readUpTo,
            Instant now) {
        var draft = new Draft(life, policy, told, readUpTo, now);
        var targets = Targets.of(life, policy);
        targets.forEach(draft::tell);
        draft.withdrawAllBut(targets);
        draft.stale(staleSince);
        return new Telling(draft.events, draft.nextAt);
    }

    private static final class Draft {
        final List<RoutingEvent> events = new ArrayList<>();

        @Nullable
        Instant nextAt;

        private final Lifeline life;
        private final TimePolicy policy;
        private final Map<String, TargetStanding> told;
        private final Instant readUpTo;
        private final Instant now;
        private final UUID id;

        Draft(Lifeline life, TimePolicy policy, Map<String, TargetStanding> told, Instant readUpTo, Instant now) {
            this.life = life;
            this.policy = policy;
            this.told = told;
            this.readUpTo = readUpTo;
            this.now = now;
            this.id = life.ticketId();
        }

        void tell(Target target) {
            var before = told.get(TargetStanding.key(target.kind(), target.cycle()));
            var status = before == null ? null : before.status();
            boolean late = target.outcome() == Outcome.MISSED || isPast(target.dueAt(), status);
            if (before == null) started(target);
            switch (target.outcome()) {
                case MET -> ended(target, status, MET);
                case CANCELLED -> ended(target, status, CANCELLED);
                case MISSED -> {
                    if (status != BREACHED) breached(target);
                }
                case OPEN -> {
                    if (late) {
                        if (status != BREACHED) breached(target);
                    } else open(target, before);
                }
            }
        }

        /** A breach that was told stands as long as the time is over now; another is told once we have read that far. */
        private boolean isPast(@Nullable Instant dueAt, @Nullable Status status) {
            return dueAt != null && dueAt.isBefore(status == BREACHED ? now : readUpTo);
        }

        private void ended(Target target, @Nullable Status status, Status as) {
            var at = Objects.requireNonNull(target.endedAt());
            if (status == BREACHED) events.add(new TargetRetracted(id, target.kind(), target.cycle(), now));
            if (status == as) return;
            events.add(
                    as == MET
                            ? new TargetMet(id, target.kind(), target.cycle(), at)
                            : new TargetCancelled(id, target.kind(), target.cycle(), at));
        }

        private void open(Target target, @Nullable TargetStanding before) {
            boolean warned = before != null && before.warned();
            if (before != null) {
                switch (before.status()) {
                    case BREACHED -> {
                        events.add(new TargetRetracted(id, target.kind(), target.cycle(), now));
                        moved(target, before);
                    }
                    case MET, CANCELLED -> started(target);
                    case RUNNING -> moved(target, before);
                }
            }
            if (target.dueAt() == null || target.warnAt() == null) return;
            if (!warned && target.warnAt().isBefore(readUpTo)) {
                events.add(new TargetWarned(id, target.kind(), target.cycle(), target.dueAt(), target.warnAt()));
            }
            wakeAt(target.warnAt().isBefore(readUpTo) ? target.dueAt() : target.warnAt());
        }

        private void moved(Target target, TargetStanding before) {
            if (Objects.equals(before.dueAt(), target.dueAt())) return;
            events.add(new TargetMoved(
                    id, target.kind(), target.cycle(), target.dueAt(), target.minutes(), target.calendar(), now));
        }

        private void started(Target target) {
            events.add(new TargetStarted(
                    id,
                    target.kind(),
                    target.cycle(),
                    target.startedAt(),
                    target.dueAt(),
                    target.minutes(),
                    target.calendar(),
                    target.priority(),
                    life.plan(),
                    policy.version(),
                    target.startedAt()));
        }

        private void breached(Target target) {
            var dueAt = Objects.requireNonNull(target.dueAt());
            events.add(new TargetBreached(id, target.kind(), target.cycle(), dueAt, dueAt));
        }

        /** Facts learnt of late may have left a target without a reason. */
        void withdrawAllBut(List<Target> targets) {
            var there = new HashSet<String>();
            targets.forEach(target -> there.add(TargetStanding.key(target.kind(), target.cycle())));
            new TreeMap<>(told).forEach((key, standing) -> {
                if (!there.contains(key)) withdraw(key, standing.status());
            });
        }

        private void withdraw(String key, Status status) {
            var kind = Stream.of(TimeTarget.values())
                    .filter(target -> key.startsWith(target + "/"))
                    .findFirst()
                    .orElseThrow();
            int cycle = Integer.parseInt(key.substring(key.indexOf('/') + 1));
            if (status == BREACHED) events.add(new TargetRetracted(id, kind, cycle, now));
            if (status != CANCELLED) events.add(new TargetCancelled(id, kind, cycle, now));
        }

        void stale(@Nullable Instant toldSince) {
            var since = life.lastSignOfLife();
            var status = life.status();
            staleAt(status).ifPresent(at -> {
                if (since.equals(toldSince)) return;
                if (at.isBefore(readUpTo)) events.add(new TicketWentStale(id, status, since, at));
                else wakeAt(at);
            });
        }

        private Optional<Instant> staleAt(String status) {
            return policy.stale(status).map(life.lastSignOfLife()::plus);
        }

        private void wakeAt(Instant at) {
            if (nextAt == null || at.isBefore(nextAt)) nextAt = at;
        }
    }
}
