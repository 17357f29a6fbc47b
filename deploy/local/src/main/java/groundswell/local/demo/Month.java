package groundswell.local.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Five weeks of Wendolo's support that end now, so that some of them are always of a month that is over: a weekly rhythm, a launch whose surge fades, a fix after which its theme
 * sinks, notifications that become a nuisance, and exports that stand still since a few hours. The same day brings the
 * same tickets however often it is written, so that a load that was broken off can be repeated.
 */
final class Month {
    private static final int DAYS = 35;
    /** So many days ago, in the morning. */
    static final int LAUNCHED = 17, FIXED = 10;

    private static final List<Topic> EVERYDAY = Topic.everyday();
    private static final Topic LAUNCH = Topic.ofStory("launch");
    private static final Topic LAUNCH_SYNC = Topic.ofStory("launch-sync");
    private static final Topic EXPORTS = Topic.ofStory("exports");

    /** Arrivals by hour of the day, UTC: Europe's morning is the peak, America's the second. */
    private static final int[] HOURS = {
        2, 1, 1, 1, 2, 4, 8, 14, 20, 22, 20, 16, 13, 16, 20, 21, 19, 16, 13, 10, 8, 6, 4, 3
    };

    private final Instant now;
    private final List<Customer> customers = Customer.all();
    private final List<DemoTicket> tickets = new ArrayList<>();

    private Month(Instant now) {
        this.now = now;
    }

    static List<DemoTicket> until(Instant now) {
        var month = new Month(now);
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            month.day(today.minusDays(ago), ago);
        }
        month.exportsStandStill(today);
        month.tickets.add(Sample.ticket(today.minusDays(6)));
        return List.copyOf(month.tickets);
    }

    private void day(LocalDate day, int ago) {
        var random = new Random(day.toEpochDay() * 7919);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        int usual = weekend ? 11 + random.nextInt(6) : 40 + random.nextInt(9);
        int monday = day.getDayOfWeek() == DayOfWeek.MONDAY ? 7 : 0;
        var topics = topics(ago);
        for (int i = 0; i < usual + monday; i++) {
            open(day, "day-" + i, Topic.weighted(topics, random), random, at(day, random));
        }
        if (ago <= LAUNCHED) {
            double surge = (weekend ? 14 : 40) * Math.exp(-(LAUNCHED - ago) / 3.0);
            for (int i = 0; i < (int) surge; i++) {
                var topic = random.nextInt(4) == 0 ? LAUNCH_SYNC : LAUNCH;
                open(day, "launch-" + i, topic, random, at(day, random));
            }
        }
    }

    /** Charges are doubled until the fix; mails about notifications grow through the month. */
    private static List<Topic> topics(int ago) {
        return EVERYDAY.stream()
                .map(topic -> switch (topic.theme()) {
                    case "billing-double-charge" -> topic.weighing(ago > FIXED ? 12 : 0.4);
                    case "product-notifications" -> topic.weighing(3 + 8.0 * (DAYS - ago) / DAYS);
                    case "product-usability" -> topic.weighing(ago > LAUNCHED ? 1 : 4);
                    default -> topic;
                })
                .toList();
    }

    private void exportsStandStill(LocalDate today) {
        var random = new Random(today.toEpochDay());
        for (int i = 0; i < 36; i++) {
            var ago = Duration.ofSeconds((long) (4 * 3600 * (1 - Math.sqrt(random.nextDouble()))))
                    .plusSeconds(40);
            open(today, "exports-" + i, EXPORTS, random, now.minus(ago));
        }
    }

    private void open(LocalDate day, String id, Topic topic, Random days, Instant at) {
        var random = new Random(days.nextLong());
        if (!at.isBefore(now)) {
            return;
        }
        var customer = writer(random);
        boolean big = customer.account().big();
        var pen = new Pen(random, customer, firstName(topic, big));
        var priority = priority(topic, random);
        boolean untouched = at.isAfter(now.minus(Duration.ofHours(topic.equals(EXPORTS) ? 3 : 5)));
        var life = new Life(random, pen, topic, big, at, now);
        var subject = pen.subject(topic);
        var body = pen.body(topic);
        if (!untouched || random.nextInt(3) == 0) {
            life.live(priority.equals("P1"));
        }
        tickets.add(new DemoTicket(
                "W-" + day + "-" + id,
                null,
                customer,
                topic,
                subject,
                body,
                channel(topic, random),
                priority,
                tags(topic, random),
                at,
                life.steps(),
                life.consent()));
    }

    /** A few people at each company write most of the tickets. */
    private Customer writer(Random random) {
        double share = random.nextDouble();
        var account =
                customers.get((int) (random.nextDouble() * customers.size())).account();
        var people = customers.stream()
                .filter(customer -> customer.account().equals(account))
                .toList();
        return people.get((int) (people.size() * share * share));
    }

    private static String firstName(Topic topic, boolean big) {
        return Life.agent(topic, big).fullName().replaceFirst(" .*", "");
    }

    private static String priority(Topic topic, Random random) {
        int chance = random.nextInt(100) - (topic.equals(EXPORTS) ? 20 : 0);
        return chance < 4 ? "P1" : chance < 22 ? "P2" : chance < 84 ? "P3" : "P4";
    }

    private static String channel(Topic topic, Random random) {
        int chance = random.nextInt(100);
        if (topic.theme().equals("reliability-api-errors") && chance < 40) {
            return "api";
        }
        return chance < 42
                ? "email"
                : chance < 64 ? "web_form" : chance < 83 ? "chat" : chance < 91 ? "phone" : "social";
    }

    private static List<String> tags(Topic topic, Random random) {
        int chance = random.nextInt(100);
        if (topic.equals(LAUNCH) || topic.equals(LAUNCH_SYNC)) {
            return chance < 60 ? List.of("calendar-3") : List.of();
        }
        if (chance < 8) {
            return topic.type().equals("bug")
                    ? List.of("bug")
                    : topic.type().equals("idea") ? List.of("idea") : List.of();
        }
        return chance < 14 && topic.theme().startsWith("billing-") ? List.of("billing") : List.of();
    }

    private static Instant at(LocalDate day, Random random) {
        int all = 0;
        for (int share : HOURS) {
            all += share;
        }
        int place = random.nextInt(all);
        int hour = 0;
        while (place >= HOURS[hour]) {
            place -= HOURS[hour++];
        }
        return day.atTime(LocalTime.of(hour, random.nextInt(60), random.nextInt(60)))
                .toInstant(ZoneOffset.UTC);
    }
}
