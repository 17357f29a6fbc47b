package groundswell.insights.counting;

import groundswell.journal.Cause;
import groundswell.journal.inbox.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Two topics full of invented tickets, as their services publish them; a seed always gives the same ones. */
public final class Topics {
    private static final Instant START = Instant.parse("2026-03-27T00:00:00Z");
    private static final String[] THEMES = {"billing-double-charge", "reliability-slow", "product-how-to"},
            TEAMS = {"product", "revenue", "reliability"},
            CHANNELS = {"email", "chat", "web_form"},
            PLANS = {"free", "pro", "enterprise"},
            HISTORIES = {"first", "repeat"},
            TAGS = {"vip", "invoice", "beta"};

    /** Most tickets are about one thing. */
    private static final List<String> SECONDARY = List.of(
            "[]",
            "null",
            "[]",
            "[\"product-how-to\"]",
            "[\"reliability-slow\", \"product-how-to\"]",
            "[\"billing-double-charge\", \"reliability-slow\"]");

    /** Most publishers say nothing of machines. */
    private static final List<String> SAID = List.of(
            "", "", ", \"automatic\": false", "", "", "", ", \"automatic\": null", "", "", ", \"automatic\": true");

    private final List<List<Delivery>> desk = new ArrayList<>();
    private final List<List<Delivery>> routing = new ArrayList<>();
    private final Random random;
    private int counted;

    public Topics(Random random, int tickets, int partitions) {
        this.random = random;
        for (int p = 0; p < partitions; p++) {
            desk.add(new ArrayList<>());
            routing.add(new ArrayList<>());
        }
        for (int n = 1; n <= tickets; n++) {
            ticket(new UUID(random.nextLong(), random.nextLong()), n, n % partitions);
            if (n == tickets * 3 / 4) {
                taxonomy(
                        partitions - 1,
                        3,
                        "\"product-how-to\": \"reliability-slow\", \"reliability-slow\": \"billing-double-charge\"");
            }
            if (n == tickets / 2) {
                taxonomy(partitions - 1, 2, "\"product-how-to\": \"reliability-slow\"");
            }
        }
    }

    /** How many count in the end: those that no machine wrote, and that are not merged. */
    public int counted() {
        return counted;
    }

    public List<Delivery> desk(int partition) {
        return desk.get(partition);
    }

    public List<Delivery> routing(int partition) {
        return routing.get(partition);
    }

    private void ticket(UUID id, int number, int partition) {
        var at = START.plusSeconds(random.nextInt(5 * 86_400)).truncatedTo(ChronoUnit.MILLIS);
        desk(partition, id, at, "opened", """
                "number": %d, "channel": "%s", "plan": "%s", "requesterId": "%s", "subject": {"box": "AA"},
                "history": "%s", "tags": ["%s", "it's \\"quoted\\" \\\\"]%s""".formatted(
                number, any(CHANNELS), any(PLANS), id, any(HISTORIES), any(TAGS), SAID.get(number % SAID.size())));
        boolean merged = false;
        for (int n = random.nextInt(7); n > 0; n--) {
            at = at.plusSeconds(random.nextInt(7_200));
            switch (random.nextInt(14)) {
                case 0 -> desk(partition, id, at, "assigned", "\"team\": \"" + any(TEAMS) + "\"");
                case 1 -> desk(partition, id, at, "assigned", "\"team\": null, \"assigneeId\": \"" + id + "\"");
                case 2 -> desk(partition, id, at, "replied", "\"authorId\": \"" + id + "\"");
                case 3 -> desk(partition, id, at, "paused", "\"unknown\": 1");
                case 4 -> desk(partition, id, at, "resolved", "\"code\": \"fixed\"");
                case 5 -> desk(partition, id, at, "reopened", "\"reopenings\": 1");
                case 8 -> desk(partition, id, at, "rated", "\"score\": " + (1 + random.nextInt(5)));
                case 7 ->
                    desk(
                            partition,
                            id,
                            at,
                            "tagged",
                            "\"added\": [\"%s\"], \"removed\": [\"%s\"]".formatted(any(TAGS), any(TAGS)));
                case 9 -> desk(partition, id, at, "escalated", "\"reason\": \"bug\"");
                case 10 -> desk(partition, id, at, "escalation-withdrawn", "\"unknown\": 1");
                case 11 -> {
                    merged = true;
                    desk(partition, id, at, "merged", "\"into\": \"" + id + "\"");
                }
                case 12 -> {
                    merged = false;
                    desk(partition, id, at, "unmerged", "\"unknown\": 1");
                }
                case 6 -> desk(partition, id, at, "noted", "\"authorId\": \"" + id + "\"");
                default -> desk(partition, id, at, "customer-replied", "\"unknown\": {}");
            }
        }
        counted += merged || number % SAID.size() == SAID.size() - 1 ? 0 : 1;
        for (int n = random.nextInt(3); n > 0; n--) {
            add(
                    routing.get(partition),
                    "routing",
                    partition,
                    id,
                    at,
                    "classified",
                    "\"theme\": \"" + any(THEMES) + "\", \"secondary\": "
                            + SECONDARY.get(random.nextInt(SECONDARY.size())));
            add(routing.get(partition), "routing", partition, id, at, "routed", "\"team\": \"" + any(TEAMS) + "\"");
        }
    }

    /** Two themes are merged into one, and that one is merged later. */
    private void taxonomy(int partition, int version, String replaced) {
        add(
                routing.get(partition),
                "routing",
                partition,
                new UUID(0, 0),
                START,
                "taxonomy-published",
                "\"version\": %d, \"replaced\": {%s}, \"themes\": []".formatted(version, replaced));
    }

    private void desk(int partition, UUID id, Instant at, String type, String fields) {
        add(desk.get(partition), "ticket", partition, id, at, type, fields);
    }

    private static void add(
            List<Delivery> to, String topic, int partition, UUID id, Instant at, String type, String fields) {
        var json = "{\"ticketId\": \"%s\", \"at\": \"%s\", %s}".formatted(id, at, fields);
        to.add(new Delivery(
                topic + ".events.v1",
                partition,
                to.size(),
                to.size() + 1,
                id.toString(),
                id.toString(),
                new UUID(partition, to.size()),
                "groundswell." + topic + "." + type + ".v1",
                1,
                at,
                Cause.of("test", "test"),
                json.getBytes(StandardCharsets.UTF_8)));
    }

    private String any(String[] codes) {
        return codes[random.nextInt(codes.length)];
    }
}
