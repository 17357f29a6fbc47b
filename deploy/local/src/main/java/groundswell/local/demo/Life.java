package groundswell.local.demo;

import groundswell.local.Persona;
import groundswell.local.demo.DemoTicket.Answer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What becomes of a ticket: assigned, answered, asked back, resolved, rated, closed, reopened, raised. Nothing lies in the future. */
final class Life {
    /** A team that keeps up leaves nothing of its own undone for longer. */
    private static final Duration RECENT = Duration.ofDays(2);

    /** Customers may take a little longer to come back. */
    private static final Duration LATELY = Duration.ofDays(9);

    private final Random random;
    private final Pen pen;
    private final Topic topic;
    private final boolean big;
    private final Persona agent;
    private final Instant opened;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();
    private final List<Answer> consent = new ArrayList<>();
    private Instant at;

    Life(Random random, Pen pen, Topic topic, boolean big, Instant opened, Instant now) {
        this.random = random;
        this.pen = pen;
        this.topic = topic;
        this.big = big;
        this.agent = agent(topic, big);
        this.opened = opened;
        this.at = opened;
        this.now = now;
    }

    static Persona agent(Topic topic, boolean big) {
        return switch (big ? "revenue" : topic.team()) {
            case "product" -> Persona.ADA;
            case "revenue" -> Persona.BEN;
            default -> Persona.CLEO;
        };
    }

    List<Step> steps() {
        return steps;
    }

    List<Answer> consent() {
        return consent;
    }

    /** From the first assignment to the end, as far as time has come. */
    Life live(boolean urgent) {
        later(2, urgent ? 6 : 18);
        add("assign", Map.of("team", big ? "revenue" : topic.team(), "agentId", agent.id()));
        if (big && random.nextInt(100) < 35) {
            raise();
        }
        if (random.nextInt(100) < 18) {
            later(3, 20);
            add("note", Map.of("agentId", agent.id(), "body", pen.say("note")));
        }
        later(urgent ? 5 : 12, urgent ? 30 : 160);
        if (random.nextInt(100) < 34) {
            askBack();
            if (random.nextInt(100) < 22 && at.isAfter(now.minus(LATELY))) {
                return this;
            }
            hearBack();
        }
        answer();
        if (random.nextInt(100) < 40 && at.isAfter(now.minus(RECENT))) {
            return this;
        }
        resolve();
        if (random.nextInt(100) < 7) {
            reopen();
        }
        if (random.nextInt(100) < 42) {
            rate();
        }
        close();
        return this;
    }

    private void raise() {
        later(10, 60);
        add("prioritise", Map.of("priority", "P1"));
        add("note", Map.of("agentId", Persona.DANA.id(), "body", pen.say("escalation")));
    }

    private void askBack() {
        add("reply", Map.of("agentId", agent.id(), "body", pen.say("ask"), "thenPause", true));
    }

    private void hearBack() {
        anyTime(20, 1_500);
        add("customer-reply", Map.of("body", pen.say("still")));
        later(15, 240);
    }

    private void answer() {
        add("reply", Map.of("agentId", agent.id(), "body", pen.answer(topic)));
        if (random.nextInt(100) < 45) {
            anyTime(10, 700);
            add("customer-reply", Map.of("body", pen.say("thanks")));
        }
    }

    private void resolve() {
        later(15, random.nextInt(4) == 0 ? 1_600 : 260);
        var code = code();
        if (code.equals("cannot_resolve")) {
            add("escalate", Map.of("agentId", agent.id(), "reason", gap()));
        }
        add(
                "resolve",
                Map.of("agentId", agent.id(), "code", code, "productArea", topic.area(), "issueType", topic.type()));
        if (random.nextInt(100) < 12 && consent.isEmpty()) {
            askConsent();
        }
    }

    private String gap() {
        return topic.type().equals("bug") ? "bug" : topic.team().equals("revenue") ? "policy" : "missing_functionality";
    }

    private String code() {
        int chance = random.nextInt(100);
        if (topic.type().equals("bug")) {
            return chance < 62 ? "fixed" : chance < 86 ? "workaround" : chance < 93 ? "duplicate" : "cannot_resolve";
        }
        return chance < 84 ? "answered" : chance < 92 && topic.type().equals("idea") ? "cannot_resolve" : "workaround";
    }

    private void reopen() {
        anyTime(90, 2_600);
        add("customer-reply", Map.of("body", pen.say("again")));
        later(10, 120);
        add("reply", Map.of("agentId", agent.id(), "body", pen.answer(topic)));
        resolve();
    }

    /** Who waited for days, had to come back or got no solution is seldom pleased; most of the others are. */
    private void rate() {
        if (steps.isEmpty() || !steps.getLast().kind().equals("resolve")) {
            return; // its resolution lies in the future
        }
        var code = String.valueOf(steps.getLast().more().get("code"));
        boolean again =
                steps.stream().filter(step -> step.kind().equals("resolve")).count() > 1;
        boolean slow = Duration.between(opened, at).toDays() >= 2;
        int mood = random.nextInt(100) - (code.equals("cannot_resolve") ? 45 : 0) - (again ? 30 : 0) - (slow ? 20 : 0);
        int score = mood > 42 ? 5 : mood > 14 ? 4 : mood > 0 ? 3 : mood > -25 ? 2 : 1;
        anyTime(25, 2_200);
        add(
                "rate",
                random.nextInt(100) < 45
                        ? Map.of("score", score, "comment", pen.say(score > 3 ? "rated-well" : "rated-badly"))
                        : Map.of("score", score));
    }

    /** Two in five customers say that it works; the others are quiet for four days. */
    private void close() {
        boolean confirmed = random.nextInt(100) < 40;
        at = confirmed ? at.plus(Duration.ofMinutes(20 + random.nextInt(900))) : at.plus(Duration.ofDays(4));
        add("close", Map.of("how", confirmed ? "confirmed" : "quiet"));
    }

    /** An answer implies that it was asked for; a question alone is one that still waits. */
    private void askConsent() {
        int chance = random.nextInt(100);
        var answered = at.plus(Duration.ofMinutes(60 + random.nextInt(3_000)));
        if (chance >= 82 || !answered.isBefore(now)) {
            said("asked", at.plus(Duration.ofMinutes(5)));
        } else if (chance < 66) {
            said("granted", answered);
            if (chance >= 52) {
                said("withdrawn", answered.plus(Duration.ofDays(1 + random.nextInt(6))));
            }
        } else {
            said("declined", answered);
        }
    }

    private void said(String status, Instant when) {
        if (when.isBefore(now)) {
            consent.add(new Answer(status, when));
        }
    }

    private void add(String kind, Map<String, Object> more) {
        boolean unbroken = steps.isEmpty() || !steps.getLast().at().isAfter(at);
        if (at.isBefore(now) && unbroken) {
            steps.add(new Step(kind, at, new HashMap<>(more)));
        } else {
            at = Instant.MAX.minus(Duration.ofDays(400));
        }
    }

    /** Some working minutes later: between 6 and 22 o'clock UTC somebody is there, at weekends from 9 to 17. */
    private void later(int least, int most) {
        anyTime(least, most);
        var there = at.atOffset(ZoneOffset.UTC);
        boolean weekend = there.getDayOfWeek() == DayOfWeek.SATURDAY || there.getDayOfWeek() == DayOfWeek.SUNDAY;
        int from = weekend ? 9 : 6;
        int until = weekend ? 17 : 22;
        if (there.getHour() < from || there.getHour() >= until) {
            var morning = there.getHour() < from ? there : there.plusDays(1);
            at = morning.withHour(morning.getDayOfWeek() == DayOfWeek.SUNDAY ? 9 : Math.max(6, from))
                    .withMinute(random.nextInt(50))
                    .toInstant();
        }
    }

    /** Most waits are short, some are long. */
    private void anyTime(int least, int most) {
        double share = random.nextDouble();
        at = at.plus(Duration.ofSeconds((long) (60 * (least + (most - least) * share * share))));
    }
}
