package groundswell.journeys;

import static groundswell.journeys.ThemeCounts.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.local.Service;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What {@code routing.events.v1} says of time targets, against what was promised and against routing's own table. */
record TargetsTold(TestHouse house) {
    /** Everybody is promised a minute: what happens meanwhile, every warning and breach falls into it. */
    private static final String A_MINUTE = """
            {"calendars": [], "levels": [{"name": "Everybody", "targets": {"P3":
              {"calendar": "always", "firstReply": 1, "resolution": 2}}}], "note": "Faults"}""";

    private static final String ALWAYS = """
            {"timeZone": "UTC", "capacity": 1000, "hours":
              [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "00:00", "to": "24:00"}]}""";

    void promiseAMinute() {
        var now = house.as("ops").get("/api/routing/time-policy");
        var version = now.json().path("version").asInt();
        var answer = house.as("ops").put("/api/routing/time-policy", A_MINUTE, "If-Match", "\"" + version + "\"");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Somebody of every team is at work day and night. */
    void comeToWork() {
        int number = 0;
        for (var team : List.of("product", "revenue", "reliability")) {
            var person = "00000000-0000-4000-8000-0000000000%02d".formatted(50 + number++);
            var answer = house.as("lead").put("/api/teams/" + team + "/members/" + person, ALWAYS);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    /** Every ticket's first reply was promised, warned of and missed once, and the table says what the topic says. */
    void areToldOnce(Set<String> tickets) {
        patiently(() -> {
            var told = told();
            for (var ticket : tickets) {
                assertThat(told.getOrDefault(ticket + " first_reply/1", List.of()))
                        .as(ticket)
                        .containsOnlyOnce("started", "breached")
                        .doesNotHaveDuplicates();
                assertThat(told.getOrDefault(ticket + " resolution/1", List.of()))
                        .as(ticket)
                        .containsOnlyOnce("started", "breached")
                        .doesNotHaveDuplicates();
            }
            assertThat(table()).isEqualTo(last(told));
        });
    }

    /** Whatever found its team found somebody of it, too. */
    void nobodyWaits() {
        patiently(() -> {
            for (var queue : house.as("ops").get("/api/routing/queues").json()) {
                if (!queue.path("team").asText().equals("triage"))
                    assertThat(queue.path("waiting").asInt())
                            .as(queue.toString())
                            .isZero();
            }
        });
    }

    private Map<String, List<String>> told() {
        var told = new HashMap<String, List<String>>();
        try (var topic = new Topic(house.process().bootstrapServers(), "routing.events.v1")) {
            topic.read(event -> {
                if (!event.type().startsWith("groundswell.routing.target-")) return;
                var data = event.data();
                var target = "%s %s/%d"
                        .formatted(
                                data.path("ticketId").asText(),
                                data.path("target").asText(),
                                data.path("cycle").asInt());
                var what = event.type().replaceAll("groundswell.routing.target-|\\.v1", "");
                if (!what.equals("moved"))
                    told.computeIfAbsent(target, _ -> new ArrayList<>()).add(what);
            });
        }
        return told;
    }

    private static Map<String, String> last(Map<String, List<String>> told) {
        var last = new TreeMap<String, String>();
        told.forEach((target, events) -> last.put(
                target,
                switch (events.stream()
                        .filter(what -> !what.equals("warned"))
                        .toList()
                        .getLast()) {
                    case "started", "retracted" -> "running";
                    case String end -> end;
                }));
        return last;
    }

    private Map<String, String> table() throws SQLException {
        var table = new TreeMap<String, String>();
        try (var connection = house.process().database(Service.ROUTING).getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select ticket_id || ' ' || target || '/' || cycle, status from time_target")) {
            while (row.next()) table.put(row.getString(1), row.getString(2));
        }
        return table;
    }
}
