package groundswell.insights.surges;

import groundswell.journal.Cause;
import groundswell.journal.inbox.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Two and a half weeks of an invented desk on the two topics: four themes and two tags with a rhythm of hours, a theme that surges, rests
 * for a night and goes on, and a tag that surges across all themes. Some tickets are heard of late, and of some the theme is
 * corrected a day later.
 */
final class DeskHistory {
    static final Instant START = Instant.parse("2021-03-01T00:00:00Z"), END = START.plus(18, ChronoUnit.DAYS);
    static final Instant THEME_SURGES = hour(12 * 24 + 13), TAG_SURGES = hour(15 * 24 + 15);
    static final String THEME = "login", TAG = "outage";

    private static final List<String> THEMES = List.of("billing", "export", THEME, "sync");
    private static final int CUSTOMERS = 500;

    /** @param at when we hear of it live */
    record Heard(Instant at, Delivery event) {}

    /** What is heard of one ticket, in its order. */
    record Ticket(List<Heard> desk, List<Heard> routing) {}

    final List<Ticket> tickets = new ArrayList<>();
    private final Random random;

    DeskHistory(long seed) {
        random = new Random(seed);
        for (var at = START; at.isBefore(END); at = at.plus(1, ChronoUnit.HOURS)) {
            double rhythm = rhythm(at);
            for (int theme = 0; theme < THEMES.size(); theme++) {
                several((1 + theme) * rhythm, at, THEMES.get(theme), "app");
            }
        }
        for (int day = 0; day < 2; day++) {
            for (int hour = 0; hour < 5 - 2 * day; hour++) {
                several(18, THEME_SURGES.plus(20L * day + hour, ChronoUnit.HOURS), THEME, "app");
            }
        }
        for (int hour = 0; hour < 3; hour++) {
            for (var theme : THEMES) {
                several(5, TAG_SURGES.plus(hour, ChronoUnit.HOURS), theme, TAG);
            }
        }
    }

    /** Everything, as it comes live. */
    List<Heard> asItCame() {
        return tickets.stream()
                .flatMap(ticket -> Stream.concat(ticket.desk().stream(), ticket.routing().stream()))
                .sorted(Comparator.comparing(Heard::at)) // stable: each ticket keeps its order
                .toList();
    }

    private static Instant hour(int hour) {
        return START.plus(hour, ChronoUnit.HOURS);
    }

    private static double rhythm(Instant at) {
        return 0.3 + Math.exp(-Math.pow((at.getEpochSecond() / 3_600 % 24 - 15) / 5.0, 2));
    }

    /** About so many within the hour. */
    private void several(double mean, Instant hour, String theme, String tag) {
        int count = (int) mean + (random.nextDouble() < mean % 1 ? 1 : 0) + random.nextInt(3) - 1;
        for (int i = 0; i < count; i++) {
            ticket(hour.plusMillis(random.nextInt(3_600_000)), theme, tag);
        }
    }

    private void ticket(Instant at, String theme, String tag) {
        var id = new UUID(21, tickets.size() + 1L);
        var tags = tag.equals(TAG) || random.nextInt(3) == 0 ? "\"" + tag + "\"" : "";
        var heard = at.plusSeconds(random.nextInt(20) == 0 ? 3_000 : 2);
        var desk = event("ticket", id, at, "opened", """
                "number": %d, "channel": "chat", "plan": "pro", "requesterId": "%s", "history": "first", "tags": [%s]""".formatted(
                        tickets.size() + 1, new UUID(22, random.nextInt(CUSTOMERS)), tags));
        boolean corrected = random.nextInt(12) == 0;
        var routing = new ArrayList<Heard>();
        routing.add(
                classified(id, heard.plusSeconds(3), corrected ? THEMES.get(random.nextInt(THEMES.size())) : theme));
        if (corrected) {
            routing.add(classified(id, heard.plus(Duration.ofHours(26)), theme));
        }
        tickets.add(new Ticket(List.of(new Heard(heard, desk)), routing));
    }

    private static Heard classified(UUID id, Instant at, String theme) {
        return new Heard(at, event("routing", id, at, "classified", "\"theme\": \"" + theme + "\""));
    }

    private static Delivery event(String service, UUID id, Instant at, String type, String fields) {
        var json = "{\"ticketId\": \"%s\", \"at\": \"%s\", %s}".formatted(id, at, fields);
        return new Delivery(
                service + ".events.v1",
                0,
                0,
                1,
                id.toString(),
                id.toString(),
                UUID.randomUUID(),
                "groundswell." + service + "." + type + ".v1",
                1,
                at,
                Cause.of("test", "test"),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
