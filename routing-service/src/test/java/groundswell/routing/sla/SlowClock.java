package groundswell.routing.sla;

import groundswell.routing.TargetStanding;
import groundswell.routing.TimeTarget;
import groundswell.routing.sla.Target.Outcome;
import groundswell.routing.sla.TargetsPropertyTest.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts minutes, one after the other. */
final class SlowClock {
    private final Story story;
    private final Map<String, String> ended = new TreeMap<>();
    private final Map<TimeTarget, Open> open = new EnumMap<>(TimeTarget.class);
    private final Map<TimeTarget, Integer> cycles = new EnumMap<>(TimeTarget.class);
    /** What began and ended at one instant is judged by the priority that it leaves. */
    private final List<Runnable> atOnce = new ArrayList<>();

    private String priority;
    private boolean paused;
    private boolean merged;
    private boolean withTeam;
    private boolean over;

    private static final class Open {
        final int cycle;
        final Instant from;
        final Map<String, Integer> worked = new HashMap<>();

        @Nullable
        Instant missedAt;

        @Nullable
        Instant withdrawnAt;

        boolean promised;
        boolean underEarlierPriority;

        Open(int cycle, Instant from) {
            this.cycle = cycle;
            this.from = from;
        }
    }

    private SlowClock(Story story) {
        this.story = story;
        this.priority = story.life().priority();
    }

    static Map<String, String> of(Story story) {
        return new SlowClock(story).run();
    }

    static String says(Instant from, @Nullable Instant ended, @Nullable Instant due, Outcome outcome) {
        return "%s ended %s due %s %s"
                .formatted(from, ended, outcome == Outcome.MET || outcome == Outcome.CANCELLED ? "-" : due, outcome);
    }

    private Map<String, String> run() {
        var facts = new ArrayList<>(story.life().facts());
        facts.sort(Comparator.comparing(Fact::at).thenComparingLong(Fact::version));
        var now = story.life().openedAt();
        for (var kind : List.of(TimeTarget.TEAM, TimeTarget.FIRST_REPLY, TimeTarget.RESOLUTION)) start(kind, now);
        for (int minute = 0; minute <= TargetsPropertyTest.MINUTES; minute++) {
            while (!facts.isEmpty() && facts.getFirst().at().equals(now)) follow(facts.removeFirst());
            atOnce.forEach(Runnable::run);
            atOnce.clear();
            judge(now);
            for (var one : open.values()) {
                for (var p : List.of("P1", "P2", "P3", "P4")) {
                    var promise = story.policy().promise(null, p).orElseThrow();
                    boolean works = !paused
                            && !merged
                            && story.policy().hours(promise.calendar()).isOpen(now);
                    if (works) one.worked.merge(p, 1, Integer::sum);
                }
            }
            now = now.plus(Duration.ofMinutes(1));
        }
        open.forEach((kind, one) -> end(kind, one, null, Outcome.OPEN));
        return ended;
    }

    private void judge(Instant now) {
        open.forEach((kind, one) -> {
            var minutes = story.policy().promise(null, priority).orElseThrow().minutes(kind);
            if (minutes == null) {
                if (one.promised && one.withdrawnAt == null) one.withdrawnAt = now;
                return;
            }
            one.withdrawnAt = null;
            one.promised = true;
            if (one.missedAt == null && one.worked.getOrDefault(priority, 0) >= minutes) one.missedAt = now;
        });
    }

    private void follow(Fact fact) {
        var at = fact.at();
        switch (fact.kind()) {
            case TEAM_FOUND -> {
                withTeam = true;
                stop(TimeTarget.TEAM, at, Outcome.MET);
            }
            case TEAM_LOST -> {
                withTeam = false;
                if (!over) start(TimeTarget.TEAM, at);
            }
            case REPLIED -> {
                stop(TimeTarget.FIRST_REPLY, at, Outcome.MET);
                stop(TimeTarget.NEXT_REPLY, at, Outcome.MET);
            }
            case ASKED -> {
                if (!open.containsKey(TimeTarget.FIRST_REPLY)) start(TimeTarget.NEXT_REPLY, at);
            }
            case MERGED -> merged = true;
            case UNMERGED -> merged = false;
            case PAUSED -> paused = true;
            case RESUMED -> paused = false;
            case RESOLVED, CLOSED -> {
                over = true;
                paused = false;
                stop(TimeTarget.TEAM, at, Outcome.CANCELLED);
                stop(TimeTarget.FIRST_REPLY, at, Outcome.CANCELLED);
                stop(TimeTarget.NEXT_REPLY, at, Outcome.CANCELLED);
                stop(TimeTarget.RESOLUTION, at, Outcome.MET);
            }
            case REOPENED -> {
                over = false;
                paused = false;
                start(TimeTarget.RESOLUTION, at);
                if (!withTeam) start(TimeTarget.TEAM, at);
            }
            case PRIORITISED -> {
                open.values().forEach(one -> one.underEarlierPriority |= one.missedAt != null);
                priority = Objects.requireNonNull(fact.priority());
            }
            case STARTED, TOUCHED -> {}
        }
    }

    private void start(TimeTarget kind, Instant at) {
        if (!open.containsKey(kind)) open.put(kind, new Open(cycles.merge(kind, 1, Integer::sum), at));
    }

    private void stop(TimeTarget kind, Instant at, Outcome outcome) {
        var one = open.remove(kind);
        if (one == null) return;
        if (one.from.equals(at)) atOnce.add(() -> end(kind, one, at, outcome));
        else end(kind, one, at, outcome);
    }

    private void end(TimeTarget kind, Open one, @Nullable Instant at, Outcome outcome) {
        var promise = story.policy().promise(null, priority).orElseThrow();
        boolean promisedNow = (at == null || one.from.equals(at)) && promise.minutes(kind) != null;
        if (!one.promised && !promisedNow) return;
        boolean missed = one.missedAt != null && (at != null ? one.missedAt.isBefore(at) : one.underEarlierPriority);
        if (!missed && one.withdrawnAt != null) {
            at = one.withdrawnAt;
            outcome = Outcome.CANCELLED;
        }
        ended.put(
                TargetStanding.key(kind, one.cycle),
                says(one.from, at, one.missedAt, missed ? Outcome.MISSED : outcome));
    }
}
