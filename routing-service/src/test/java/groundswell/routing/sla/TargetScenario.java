package groundswell.routing.sla;

import groundswell.routing.BusinessCalendar;
import groundswell.routing.BusinessCalendar.Holiday;
import groundswell.routing.Edition.TimePolicyPublished;
import groundswell.routing.ServiceLevel;
import groundswell.routing.ServiceLevel.Promise;
import groundswell.routing.TimePolicy;
import groundswell.routing.TimeTarget;
import groundswell.routing.WeeklyShift;
import groundswell.routing.sla.Fact.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ticket's days, told by Berlin's clock. */
record TargetScenario(Lifeline life, TimePolicy policy) {
    static final UUID TICKET = new UUID(0, 1);
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Two shifts a day, Christmas off; P2 is promised a first reply alone, P1 at every hour. */
    static final TimePolicy POLICY = policy(new BusinessCalendar(
            "business",
            "Business hours",
            "Europe/Berlin",
            List.of(
                    new WeeklyShift(WeeklyShift.DAYS.subList(0, 5), "09:00", "12:00"),
                    new WeeklyShift(WeeklyShift.DAYS.subList(0, 5), "13:00", "17:00")),
            List.of(new Holiday(LocalDate.parse("2026-12-25"), "Christmas"))));

    static TimePolicy policy(BusinessCalendar business) {
        var everybody = new ServiceLevel(
                "Everybody",
                List.of(),
                Map.of(
                        "P1", new Promise("always", 15, 60, 60, 240),
                        "P2", new Promise("business", null, 20, null, null),
                        "P3", new Promise("business", 60, 120, 240, 420),
                        "P4", new Promise("business", 240, 600, 600, 1200)));
        return new TimePolicy(new TimePolicyPublished(
                1,
                List.of(business),
                List.of(everybody),
                Map.of("open", 2880, "in_progress", 4320),
                1,
                null,
                Instant.EPOCH));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    static TargetScenario opened(String at) {
        return new TargetScenario(new Lifeline(TICKET, 0, "team", "P3", at(at), 1, List.of()), POLICY);
    }

    TargetScenario replied(String at) {
        return and(Kind.REPLIED, at);
    }

    TargetScenario asked(String at) {
        return and(Kind.ASKED, at);
    }

    TargetScenario paused(String at) {
        return and(Kind.PAUSED, at);
    }

    TargetScenario resumed(String at) {
        return and(Kind.RESUMED, at);
    }

    TargetScenario merged(String at) {
        return and(Kind.MERGED, at);
    }

    TargetScenario unmerged(String at) {
        return and(Kind.UNMERGED, at);
    }

    TargetScenario resolved(String at) {
        return and(Kind.RESOLVED, at);
    }

    TargetScenario reopened(String at) {
        return and(Kind.REOPENED, at);
    }

    TargetScenario withTeam(String at) {
        return with(Fact.teamFound("product", at(at), version()));
    }

    TargetScenario withoutTeam(String at) {
        return and(Kind.TEAM_LOST, at);
    }

    TargetScenario prioritised(String at, String priority) {
        return with(Fact.prioritised(priority, at(at), version()));
    }

    private TargetScenario and(Kind kind, String at) {
        return with(Fact.of(kind, at(at), version()));
    }

    private TargetScenario with(Fact fact) {
        return new TargetScenario(life.with(fact), policy);
    }

    private long version() {
        return life.facts().size() + 2L;
    }

    List<Target> targets() {
        return Targets.of(life, policy);
    }

    Target target(TimeTarget kind, int cycle) {
        return targets().stream()
                .filter(target -> target.kind() == kind && target.cycle() == cycle)
                .findFirst()
                .orElseThrow();
    }
}
