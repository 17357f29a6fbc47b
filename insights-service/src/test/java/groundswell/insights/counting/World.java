package groundswell.insights.counting;

import groundswell.journal.Cause;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Seals;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A small company's last eight weeks on the two topics, up to now: written once per test run, with one theme that surges. */
public final class World {
    public static final int PARTITIONS = 12;
    public static final Instant OLD_START = Instant.parse("2019-03-04T00:00:00Z"),
            OLD_SURGE_START = OLD_START.plus(20 * 24 + 10, ChronoUnit.HOURS);
    public static final int OLD_SURGE = 40, FIXED_DAYS_AGO = 20;
    public static final UUID AGENT = UUID.fromString("00000000-0000-0000-0000-000000000042");
    private static @Nullable World published;

    private final Broker broker;
    private final Map<String, Long> positions = new HashMap<>();
    private final List<UUID> oldSurge = new ArrayList<>();
    private final Map<String, Integer> open = new HashMap<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private int tickets;

    private World(String kafka) {
        broker = new Broker(kafka);
    }

    public static synchronized World published(String kafka) throws Exception {
        if (published == null) {
            var world = new World(kafka);
            world.broker.createTopics(PARTITIONS);
            world.tell();
            world.broker.flush();
            published = world;
        }
        return published;
    }

    public int tickets() {
        return tickets;
    }

    public int openIn(String team) {
        return open.getOrDefault(team, 0);
    }

    /** One more ticket, opened now, which nobody has taken. */
    public void another(String theme, String team) {
        ticket(theme, team, "chat", "pro", Duration.ZERO, false);
        broker.flush();
    }

    /** An account's ticket, some time ago; it was answered. */
    public void openedBy(String account, String theme, Duration ago) {
        var at = Instant.now().minus(ago);
        var ticket = opened(at, theme, ", \"accountId\": \"" + account + "\"");
        tell(ticket, at, "resolved", "");
        broker.flush();
    }

    /** A ticket that was answered and resolved so many minutes after its opening. */
    public void answered(String theme, Duration ago, long replyMinutes, long resolutionMinutes) {
        var at = Instant.now().minus(ago);
        var ticket = opened(at, theme, "");
        tell(ticket, at.plusSeconds(60 * replyMinutes), "replied", ", \"authorId\": \"" + AGENT + "\"");
        tell(ticket, at.plusSeconds(60 * resolutionMinutes), "resolved", "");
        send("routing", ticket.toString(), at, "routed", named(ticket) + ", \"lane\": \"team\", \"team\": \"revenue\"");
        broker.flush();
    }

    /** A ticket that was resolved, and what its customer gave the answer. */
    public UUID rated(String theme, int score, Duration ago) {
        var at = Instant.now().minus(ago);
        var ticket = opened(at, theme, "");
        tell(ticket, at, "resolved", "");
        tell(ticket, at, "rated", ", \"cycle\": 1, \"score\": " + score);
        broker.flush();
        return ticket;
    }

    private UUID opened(Instant at, String theme, String more) {
        var id = new UUID(7, ++tickets);
        tell(
                id,
                at,
                "opened",
                ", \"number\": " + (4_000 + tickets) + ", \"channel\": \"chat\", \"plan\": \"pro\", \"requesterId\": \""
                        + UUID.randomUUID() + "\"" + more);
        send("routing", id.toString(), at, "classified", named(id) + ", \"theme\": \"" + theme + "\"");
        return id;
    }

    private void tell(UUID ticket, Instant at, String what, String more) {
        send("ticket", ticket.toString(), at, what, named(ticket) + more);
    }

    private static String named(UUID ticket) {
        return "\"ticketId\": \"" + ticket + "\"";
    }

    /** What a customer system tells of an account; {@code churnedAt} is null while it is a customer. */
    public void described(String account, @Nullable Instant churnedAt) {
        send(
                "ticket",
                "account:" + account,
                Instant.now(),
                "account-described",
                "\"accountId\": \"" + account + "\", \"bigCustomer\": false, \"cohorts\": []"
                        + (churnedAt == null ? "" : ", \"churnedAt\": \"" + churnedAt + "\""));
        broker.flush();
    }

    /** How many customers there were on a day. */
    public void customers(LocalDate day, long active) {
        send(
                "ticket",
                "customers:" + day,
                Instant.now(),
                "customers-counted",
                "\"day\": \"" + day + "\", \"active\": " + active);
        broker.flush();
    }

    /** A customer says of what they wrote in a ticket {@code granted}, or {@code withdrawn}. */
    public void consented(UUID ticket, UUID requester, String answer) {
        send(
                "consent",
                ticket.toString(),
                Instant.now(),
                answer,
                named(ticket) + ", \"requestId\": \"" + ticket + "\", \"requesterId\": \"" + requester + "\"");
        broker.flush();
    }

    /** A ticket is read again, and is about something else; and, beside it, about {@code secondary}. */
    public void classified(UUID ticket, String theme, String... secondary) {
        send(
                "routing",
                ticket.toString(),
                Instant.now(),
                "classified",
                named(ticket) + ", \"theme\": \"" + theme + "\", \"secondary\": ["
                        + Stream.of(secondary).map(code -> "\"" + code + "\"").collect(Collectors.joining(", ")) + "]");
        broker.flush();
    }

    /** It was answered, and waits in no queue. */
    public void resolved(UUID ticket, String team, Instant at) {
        send("ticket", ticket.toString(), at, "resolved", "\"ticketId\": \"" + ticket + "\"");
        open.merge(team, -1, Integer::sum);
        broker.flush();
    }

    /** Support can't resolve it. */
    public void escalated(UUID ticket, String reason) {
        send(
                "ticket",
                ticket.toString(),
                Instant.now(),
                "escalated",
                "\"ticketId\": \"" + ticket + "\", \"reason\": \"" + reason + "\"");
        broker.flush();
    }

    /** It can after all. */
    public void escalationWithdrawn(UUID ticket) {
        send("ticket", ticket.toString(), Instant.now(), "escalation-withdrawn", "\"ticketId\": \"" + ticket + "\"");
        broker.flush();
    }

    /** Another ticket of the same customer goes on in its place. */
    public void merged(UUID ticket, UUID into, String team) {
        send(
                "ticket",
                ticket.toString(),
                Instant.now(),
                "merged",
                "\"ticketId\": \"" + ticket + "\", \"into\": \"" + into + "\"");
        open.merge(team, -1, Integer::sum);
        broker.flush();
    }

    /** It is a ticket of its own again. */
    public void unmerged(UUID ticket, String team) {
        send("ticket", ticket.toString(), Instant.now(), "unmerged", "\"ticketId\": \"" + ticket + "\"");
        open.merge(team, 1, Integer::sum);
        broker.flush();
    }

    /** A machine's ticket, at another time. */
    public UUID machineWroteAt(
            Instant at, Seals seals, UUID requester, String theme, String team, String subject, String body) {
        var id = wroteAt(at, seals, requester, theme, 0.9, team, subject, body, ", \"automatic\": true");
        open.merge(team, -1, Integer::sum);
        return id;
    }

    /** A ticket with words, opened now; its requester must have a key. */
    public UUID wrote(Seals seals, UUID requester, String theme, String team, String subject, String body) {
        return wroteAt(Instant.now(), seals, requester, theme, team, subject, body);
    }

    /** The same of a ticket whose theme nobody is sure of. */
    public UUID wroteUnclearly(Seals seals, UUID requester, String subject, String body) {
        return wroteAt(Instant.now(), seals, requester, "product-how-to", 0.2, "product", subject, body, "");
    }

    /** The same at another time. */
    public UUID wroteAt(
            Instant at, Seals seals, UUID requester, String theme, String team, String subject, String body) {
        return wroteAt(at, seals, requester, theme, 0.9, team, subject, body, "");
    }

    private UUID wroteAt(
            Instant at,
            Seals seals,
            UUID requester,
            String theme,
            double confidence,
            String team,
            String subject,
            String body,
            String more) {
        var id = new UUID(7, ++tickets);
        var key = id.toString();
        var message = UUID.randomUUID();
        var boxes = new StringBuilder();
        Map.of("subject", subject, "body", body, "requester", "{\"name\": \"Ines Calloway\"}")
                .forEach((field, text) -> {
                    var sealed = seals.seal(requester, new Place(key, message.toString(), field), text);
                    boxes.append(", \"").append(field.equals("body") ? "description" : field);
                    boxes.append("\": {\"subject\": \"").append(requester).append("\", \"box\": \"");
                    boxes.append(sealed.box()).append("\"}");
                });
        send(
                "ticket",
                key,
                at,
                "opened",
                "\"ticketId\": \"" + id + "\", \"number\": " + (4_000 + tickets)
                        + ", \"channel\": \"chat\", \"plan\": \"pro\"," + " \"requesterId\": \"" + requester
                        + "\", \"messageId\": \"" + message + "\"" + boxes + more);
        send(
                "routing",
                key,
                at,
                "classified",
                "\"ticketId\": \"" + id + "\", \"theme\": \"" + theme + "\", \"confidence\": " + confidence);
        send(
                "routing",
                key,
                at,
                "routed",
                "\"ticketId\": \"" + id + "\", \"lane\": \"team\", \"team\": \"" + team + "\"");
        open.merge(team, 1, Integer::sum);
        broker.flush();
        return id;
    }

    /** Whether all of it has been counted. */
    public boolean heardBy(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select coalesce(sum(position), 0) from journal_inbox"
                                + " where consumer like 'insights-counts-%'")) {
            row.next();
            return row.getLong(1)
                    == positions.entrySet().stream()
                            .filter(topic -> !topic.getKey().startsWith("consent"))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
        }
    }

    private void tell() {
        names();
        for (int i = 0; i < 12; i++) {
            ticket("billing-double-charge", "revenue", "email", "pro", Duration.ofMinutes(30L + 100 * i), false);
        }
        for (int i = 0; i < 4; i++) {
            ticket("billing-double-charge", "revenue", "email", "team", Duration.ofMinutes(26 * 60L + i), i > 0);
        }
        for (int i = 0; i < 5; i++) {
            ticket("reliability-slow", "reliability", "email", "pro", Duration.ofMinutes(10L + 200 * i), false);
        }
        for (int i = 0; i < 3; i++) {
            ticket("product-how-to", "product", "email", "free", Duration.ofMinutes(90L + i), true);
        }
        for (int day = 2; day < 56; day++) {
            for (int i = 0; i < 3 + day % 4; i++) {
                ticket(
                        "reliability-slow",
                        "reliability",
                        "chat",
                        "free",
                        Duration.ofMinutes(1440L * day + 50 * i),
                        true);
            }
            ticket("product-how-to", "product", "web_form", "team", Duration.ofMinutes(1440L * day + 7), true);
        }
        ticket(null, null, "phone", null, Duration.ofMinutes(5), false);
        aFixThatWorked();
        oldHistory();
    }

    /** Six a day until {@value #FIXED_DAYS_AGO} days ago, and one a day since. */
    private void aFixThatWorked() {
        for (int day = 60; day > 0; day--) {
            for (int i = 0; i < (day > FIXED_DAYS_AGO ? 6 : 1); i++) {
                ticket("sync-lost", "reliability", "chat", "team", Duration.ofMinutes(1_440L * day + 11 * i), true);
            }
        }
    }

    /** Three weeks of one theme, one ticket an hour, as if taken over from an older system; on the last day it surges. */
    private void oldHistory() {
        for (int hour = 0; hour < 21 * 24; hour++) {
            ticket("data-export", "product", "email", "pro", since(OLD_START.plus(hour, ChronoUnit.HOURS)), true);
        }
        for (int i = 0; i < OLD_SURGE; i++) {
            oldSurge.add(new UUID(7, tickets + 1));
            ticket(
                    "data-export",
                    "product",
                    "email",
                    "pro",
                    since(OLD_SURGE_START.plus(4L * i, ChronoUnit.MINUTES)),
                    true,
                    "outage");
        }
    }

    private Duration since(Instant at) {
        return Duration.between(at, now);
    }

    /** The tickets of the old surge are found to be about many different things. */
    public void oldSurgeWasNone() {
        for (int i = 0; i < oldSurge.size(); i++) {
            var id = oldSurge.get(i).toString();
            send("routing", id, now, "classified", "\"ticketId\": \"" + id + "\", \"theme\": \"other-" + i + "\"");
        }
        broker.flush();
    }

    private void names() {
        send("routing", "taxonomy", now, "taxonomy-published", """
            "version": 1, "themes": [
              {"code": "billing-double-charge", "name": "Charged twice", "team": "revenue"},
              {"code": "reliability-slow", "name": "Slow or timing out", "team": "reliability"},
              {"code": "sync-lost", "name": "Sync loses changes", "team": "reliability"},
              {"code": "product-how-to", "name": "How do I …", "team": "product"},
              {"code": "papers-export", "name": "Exporting invoices", "team": "revenue"},
              {"code": "papers-refund", "name": "Refund", "team": "revenue"},
              {"code": "papers-import", "name": "Importing contacts", "team": "revenue"}]\
            """);
        for (var team : new String[] {"Product", "Revenue", "Reliability"}) {
            var code = team.toLowerCase(java.util.Locale.ROOT);
            send(
                    "routing",
                    "team:" + code,
                    now,
                    "team-defined",
                    "\"team\": \"" + code + "\", \"name\": \"" + team + "\"");
        }
    }

    private void ticket(
            @Nullable String theme,
            @Nullable String team,
            String channel,
            @Nullable String plan,
            Duration ago,
            boolean resolved,
            String... tags) {
        var id = new UUID(7, ++tickets);
        var key = id.toString();
        var at = now.minus(ago);
        var subject = "\"ticketId\": \"" + id + "\", ";
        send(
                "ticket",
                key,
                at,
                "opened",
                subject + "\"number\": " + (4_000 + tickets) + ", \"channel\": \"" + channel + "\", \"plan\": "
                        + (plan == null ? "null" : "\"" + plan + "\"")
                        + ", \"requesterId\": \"" + id + "\", \"history\": \"first\", \"tags\": ["
                        + Stream.of(tags).map(tag -> "\"" + tag + "\"").collect(Collectors.joining(", ")) + "]");
        if (theme != null && team != null) {
            send("routing", key, at, "classified", subject + "\"theme\": \"" + theme + "\"");
            send("routing", key, at, "routed", subject + "\"lane\": \"team\", \"team\": \"" + team + "\"");
            send(
                    "ticket",
                    key,
                    at.plusSeconds(1),
                    "assigned",
                    subject + "\"team\": \"" + team + "\", \"assigneeId\": null");
        }
        if (resolved) {
            var agent = "\"assigneeId\": \"00000000-0000-0000-0000-000000000042\"";
            send("ticket", key, at.plusSeconds(300), "assigned", subject + "\"team\": \"" + team + "\", " + agent);
            send(
                    "ticket",
                    key,
                    at.plusSeconds(900 + tickets % 7 * 60),
                    "replied",
                    subject + "\"authorId\": \"" + id + "\"");
            send("ticket", key, at.plusSeconds(3_000), "resolved", subject + "\"code\": \"answered\"");
        } else if (team != null) {
            open.merge(team, 1, Integer::sum);
        }
    }

    private void send(String service, String key, Instant at, String type, String fields) {
        var partition = Math.floorMod(key.hashCode(), PARTITIONS);
        var topic = service + ".events.v1";
        var position = positions.merge(topic + partition, 1L, Long::sum);
        broker.send(new Delivery(
                topic,
                partition,
                position - 1,
                position,
                key,
                key,
                UUID.randomUUID(),
                "groundswell." + service + "." + type + ".v1",
                1,
                at,
                Cause.of("system:test", "test"),
                ("{" + fields + ", \"at\": \"" + at + "\"}").getBytes(StandardCharsets.UTF_8)));
    }
}
