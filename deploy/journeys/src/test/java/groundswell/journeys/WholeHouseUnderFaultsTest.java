package groundswell.journeys;

import static groundswell.journeys.ThemeCounts.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import groundswell.local.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything that carries the house is frozen, killed and started again while tickets come in: whatever was acknowledged is
 * there once, in every service.
 */
@Tag("faults")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeHouseUnderFaultsTest {
    /** Longer than the database waits for a transaction that does nothing, and than a relay's lease. */
    private static final Duration FROZEN = Duration.ofSeconds(12);

    private static final int SOME = 40;
    private static final String SOURCE = "faults";

    static final TestHouse HOUSE = TestHouse.shared();

    final Caller crm = HOUSE.as("integrator");

    @Test
    void what_was_acknowledged_is_there_once_after_everything_was_frozen_and_killed() throws Exception {
        var targets = new TargetsTold(HOUSE);
        targets.promiseAMinute();
        targets.comeToWork();
        Map<String, SteadyLoad.Ticket> acknowledged;
        try (var load = new SteadyLoad(crm, SOURCE)) {
            load.awaitMore(SOME);
            for (var service : Service.values()) {
                freeze(HOUSE.process().handle(service));
                load.awaitMore(SOME);
            }
            freeze(HOUSE.process().launcher()); // broker and gateway
            load.awaitMore(SOME);
            for (int i = 0; i < 2; i++) {
                HOUSE.process().postgres().destroyForcibly();
                load.awaitMore(SOME);
            }
            countAgainAndBeKilled(load);
            HOUSE.process().cutPowerAndStartAgain();
            load.awaitMore(SOME);
            acknowledged = load.finish();
        }
        System.out.printf("%,d tickets acknowledged%n", acknowledged.size());

        assertThat(existing()).isEqualTo(acknowledged);
        assertThat(acknowledged.values().stream().map(SteadyLoad.Ticket::number))
                .doesNotHaveDuplicates();
        patiently(() -> assertThat(opened()).containsAll(ids(acknowledged)));
        patiently(() -> assertThat(messages().entrySet())
                .filteredOn(one -> ids(acknowledged).contains(one.getKey()))
                .hasSameSizeAs(acknowledged.entrySet())
                .allMatch(one -> one.getValue() == 1));
        new ThemeCounts(HOUSE).equalTheTopic(opened().size());
        targets.areToldOnce(ids(acknowledged));
        targets.nobodyWaits();
    }

    /** Whoever counts everything again dies meanwhile: the live counts never know, and in the end they change places. */
    private void countAgainAndBeKilled(SteadyLoad load) {
        var ops = HOUSE.as("ops");
        int interrupted = 0;
        for (int i = 0; i < 3 && interrupted == 0; i++) {
            var id = wanted(ops);
            patiently(() -> assertThat(isOver(ops, id) || events(ops, id) > 0).isTrue());
            HOUSE.process().handle(Service.INSIGHTS).destroyForcibly();
            load.awaitMore(SOME);
            patiently(() -> assertThat(
                            ops.get("/api/insights/aggregates?window=24h").status())
                    .isEqualTo(200));
            interrupted += isOver(ops, id) ? 0 : 1;
            patiently(() -> assertThat(isOver(ops, id)).isTrue());
        }
        assertThat(interrupted)
                .as("rebuilds that were killed, and ended all the same")
                .isPositive();
    }

    private static boolean isOver(Caller ops, String id) {
        var state = rebuild(ops, id).path("state").asText();
        assertThat(state).isIn("running", "done");
        return state.equals("done");
    }

    private static long events(Caller ops, String id) {
        return rebuild(ops, id).path("events").asLong();
    }

    private static String wanted(Caller ops) {
        var id = new String[1];
        patiently(() -> {
            var answer = ops.send("POST", "/api/insights/rebuilds", "", "application/json");
            assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
            id[0] = answer.json().path("id").asText();
        });
        return id[0];
    }

    private static JsonNode rebuild(Caller ops, String id) {
        var answer = ops.get("/api/insights/rebuilds/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static void freeze(ProcessHandle process) throws IOException, InterruptedException {
        signal("STOP", process);
        Thread.sleep(FROZEN); // how long the fault lasts, not a wait for something to happen
        signal("CONT", process);
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** All tickets of this source as the API lists them; fails where one stands twice. */
    private Map<String, SteadyLoad.Ticket> existing() {
        var tickets = new HashMap<String, SteadyLoad.Ticket>();
        for (String next = ""; next != null; ) {
            var page = crm.get("/api/tickets?limit=200" + (next.isEmpty() ? "" : "&after=" + next));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            for (var one : page.json().path("items")) {
                if (!one.path("source").asText().equals(SOURCE)) continue;
                var ticket = new SteadyLoad.Ticket(
                        one.path("externalId").asText(),
                        one.path("id").asText(),
                        one.path("number").asText());
                assertThat(tickets.put(ticket.externalId(), ticket)).isNull();
            }
            next = page.json().path("next").asText(null);
        }
        return tickets;
    }

    private static HashSet<String> ids(Map<String, SteadyLoad.Ticket> tickets) {
        var ids = new HashSet<String>();
        tickets.values().forEach(ticket -> ids.add(ticket.id()));
        return ids;
    }

    private HashSet<String> opened() {
        var opened = new HashSet<String>();
        readTickets(event -> {
            if (event.type().equals("groundswell.ticket.opened.v1")) {
                assertThat(opened.add(event.stream())).as(event.stream()).isTrue();
            }
        });
        return opened;
    }

    private Map<String, Integer> messages() {
        var messages = new HashMap<String, Integer>();
        readTickets(event -> {
            if (event.type().equals("groundswell.ticket.customer-replied.v1")) {
                messages.merge(event.stream(), 1, Integer::sum);
            }
        });
        return messages;
    }

    private static void readTickets(java.util.function.Consumer<Topic.Event> reader) {
        try (var topic = new Topic(HOUSE.process().bootstrapServers(), "ticket.events.v1")) {
            topic.read(reader);
        }
    }
}
