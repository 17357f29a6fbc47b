package groundswell.routing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.BusinessCalendar;
import groundswell.routing.BusinessCalendar.Holiday;
import groundswell.routing.RoutingDecider;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.TargetEvent;
import groundswell.routing.TargetEvent.TargetBreached;
import groundswell.routing.TargetEvent.TargetRetracted;
import groundswell.routing.TargetEvent.TargetWarned;
import groundswell.routing.TargetStanding;
import groundswell.routing.TargetStanding.Status;
import groundswell.routing.TimePolicy;
import groundswell.routing.WeeklyShift;
import groundswell.routing.sla.Fact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Time targets against a slow clock that counts every minute, over changes of the clocks in both directions, holidays, split
 * shifts and zones; and what is told of them against the order in which we learn of things.
 */
class TargetsPropertyTest {
    /** Sundays on which clocks change somewhere, and one on which they do not. */
    private static final List<String> SUNDAYS =
            List.of("2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01", "2026-06-14");

    static final int MINUTES = 9 * 24 * 60;

    record Story(TimePolicy policy, Lifeline life) {
        @Override
        public String toString() {
            return policy.calendars() + "\n" + life;
        }
    }

    @Provide
    Arbitrary<Story> stories() {
        return Combinators.combine(
                        Arbitraries.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "America/St_Johns"),
                        Arbitraries.of(SUNDAYS),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-2, 7),
                        Arbitraries.longs())
                .as(TargetsPropertyTest::story);
    }

    private static Story story(String zone, String sunday, int shifts, int holiday, long seed) {
        var random = new Random(seed);
        var hours = switch (shifts) {
            case 0 -> List.of(new WeeklyShift(WeeklyShift.DAYS, "00:00", "24:00"));
            case 1 -> WeeklyShift.OFFICE;
            case 2 ->
                List.of(
                        new WeeklyShift(WeeklyShift.DAYS.subList(0, 6), "08:30", "12:10"),
                        new WeeklyShift(WeeklyShift.DAYS, "13:05", "18:00"));
            default -> List.of(new WeeklyShift(WeeklyShift.DAYS, "22:00", "06:30"));
        };
        var days = List.of(new Holiday(LocalDate.parse(sunday).plusDays(holiday), "Off"));
        var policy = TargetScenario.policy(new BusinessCalendar("business", "Business", zone, hours, days));
        var opened = LocalDate.parse(sunday)
                .minusDays(2)
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofMinutes(random.nextInt(2 * 24 * 60)));
        var life = new Lifeline(TargetScenario.TICKET, 0, null, "P" + (1 + random.nextInt(4)), opened, 1, List.of());
        var kinds = Kind.values();
        var at = opened;
        int facts = random.nextInt(12);
        for (int i = 0; i < facts; i++) {
            at = at.plus(Duration.ofMinutes(random.nextInt(4) == 0 ? 0 : random.nextInt(20 * 60)));
            var kind = kinds[random.nextInt(kinds.length)];
            life = life.with(fact(kind, at, i + 2, random));
        }
        return new Story(policy, life);
    }

    private static Fact fact(Kind kind, Instant at, int version, Random random) {
        return switch (kind) {
            case PRIORITISED -> Fact.prioritised("P" + (1 + random.nextInt(4)), at, version);
            case TEAM_FOUND -> Fact.teamFound("product", at, version);
            default -> Fact.of(kind, at, version);
        };
    }

    @Property(tries = 300)
    @Label("every target is what counting each minute makes of it")
    void counted(@ForAll("stories") Story story) {
        var slow = SlowClock.of(story);
        var fast = new TreeMap<String, String>();
        var end = story.life().openedAt().plus(Duration.ofMinutes(MINUTES));
        for (var target : Targets.of(story.life(), story.policy())) {
            var due = target.dueAt() != null && target.dueAt().isAfter(end) ? null : target.dueAt();
            fast.put(
                    TargetStanding.key(target.kind(), target.cycle()),
                    SlowClock.says(target.startedAt(), target.endedAt(), due, target.outcome()));
        }
        assertThat(fast).isEqualTo(slow);
    }

    @Property(tries = 300)
    @Label("the order in which we learn of facts, and copies of them, change nothing")
    void anyOrder(@ForAll("stories") Story story, @ForAll Random random) {
        var facts = new ArrayList<>(story.life().facts());
        facts.addAll(story.life().facts());
        java.util.Collections.shuffle(facts, random);
        var again = unopened(story.life());
        for (var fact : facts) again = again.with(fact);
        assertThat(again).isEqualTo(story.life());
    }

    @Property(tries = 300)
    @Label("told in order, a breach is never retracted, and each warning and breach is told once")
    void inOrder(@ForAll("stories") Story story, @ForAll Random random) {
        var told = new Told(story);
        for (var fact : story.life().facts()) {
            while (random.nextBoolean()) told.timersUpTo(between(told.reached, fact.at(), random));
            told.timersUpTo(fact.at());
            told.learn(fact);
        }
        told.timersUpTo(story.life().openedAt().plus(Duration.ofDays(60)));
        assertThat(told.events).noneMatch(TargetRetracted.class::isInstance);
        told.agrees();
    }

    @Property(tries = 300)
    @Label("learnt of in any order, late ones retract what was wrong, and in the end all is as it was")
    void lateFacts(@ForAll("stories") Story story, @ForAll Random random) {
        var told = new Told(story);
        var facts = new ArrayList<>(story.life().facts());
        java.util.Collections.shuffle(facts, random);
        for (var fact : facts) {
            told.learn(fact);
            if (random.nextBoolean())
                told.timersUpTo(between(told.reached, story.life().openedAt().plus(Duration.ofDays(8)), random));
        }
        told.timersUpTo(story.life().openedAt().plus(Duration.ofDays(60)));
        told.agrees();
    }

    private static Instant between(Instant from, Instant to, Random random) {
        long minutes = Duration.between(from, to).toMinutes();
        return minutes <= 0 ? from : from.plus(Duration.ofMinutes(random.nextLong(minutes + 1)));
    }

    private static Lifeline unopened(Lifeline life) {
        return new Lifeline(
                life.ticketId(),
                life.partition(),
                life.plan(),
                life.priority(),
                life.openedAt(),
                life.policyVersion(),
                List.of());
    }

    /** What the decider makes of all that is told. */
    private static final class Told {
        final List<RoutingEvent> events = new ArrayList<>();
        Instant reached;

        private final RoutingDecider decider = new RoutingDecider();
        private final Story story;
        private Lifeline life;
        private RoutingState state = RoutingState.NOTHING;
        private @Nullable Instant nextAt;

        Told(Story story) {
            this.story = story;
            this.life = unopened(story.life());
            this.reached = life.openedAt();
            tell(Instant.MIN);
        }

        void learn(Fact fact) {
            life = life.with(fact);
            tell(Instant.MIN);
        }

        /** As the timers do: only where one is due. */
        void timersUpTo(Instant upTo) {
            if (upTo.isAfter(reached)) reached = upTo;
            if (nextAt != null && nextAt.isBefore(reached)) tell(reached);
        }

        private void tell(Instant readUpTo) {
            var telling = Telling.of(life, story.policy(), state.targets(), state.staleSince(), readUpTo, reached);
            for (var event : telling.events()) {
                assertThat(decider.decide(state, event))
                        .as("nothing is told twice")
                        .containsExactly(event);
                state = decider.evolve(state, event);
                events.add(event);
            }
            nextAt = telling.nextAt();
            if (readUpTo.equals(reached))
                assertThat(nextAt == null || !nextAt.isBefore(reached)).isTrue();
        }

        void agrees() {
            var expected = new TreeMap<String, Status>();
            for (var target : Targets.of(life, story.policy()))
                expected.put(
                        TargetStanding.key(target.kind(), target.cycle()),
                        switch (target.outcome()) {
                            case MET -> Status.MET;
                            case MISSED -> Status.BREACHED;
                            case CANCELLED -> Status.CANCELLED;
                            case OPEN ->
                                target.dueAt() != null && target.dueAt().isBefore(reached)
                                        ? Status.BREACHED
                                        : Status.RUNNING;
                        });
            var are = new TreeMap<String, Status>();
            state.targets().forEach((key, standing) -> {
                if (expected.containsKey(key) || standing.status() != Status.CANCELLED) are.put(key, standing.status());
            });
            assertThat(are).isEqualTo(expected);
            var breaches = new HashMap<String, Integer>();
            for (var event : events) {
                if (event instanceof TargetBreached e) breaches.merge(TargetStanding.key(e), 1, Integer::sum);
                if (event instanceof TargetRetracted e) breaches.merge(TargetStanding.key(e), -1, Integer::sum);
            }
            assertThat(breaches.values()).allMatch(open -> open == 0 || open == 1);
            assertThat(events.stream()
                            .filter(TargetWarned.class::isInstance)
                            .map(event -> TargetStanding.key((TargetEvent) event)))
                    .doesNotHaveDuplicates();
        }
    }
}
