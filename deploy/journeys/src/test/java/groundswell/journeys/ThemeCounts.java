package groundswell.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.local.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The counts that every page shows, against the last theme of each ticket on {@code routing.events.v1}. */
record ThemeCounts(TestHouse house) {
    private static final String CLASSIFIED = "groundswell.routing.classified.v1";

    /** Waits until so many tickets have been given a theme, then until all counts agree. */
    void equalTheTopic(int tickets) {
        var themes = new HashMap<String, String>();
        try (var topic = new Topic(house.process().bootstrapServers(), "routing.events.v1")) {
            await().atMost(Duration.ofMinutes(20))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        topic.read(event -> note(event, themes));
                        return themes.size() >= tickets;
                    });
        }
        var recounted =
                themes.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        patiently(() -> assertThat(counted()).isEqualTo(recounted));
        patiently(() -> {
            var recount = house.as("ops").get("/api/insights/recount");
            assertThat(recount.json().path("equal").asBoolean())
                    .as(recount.body())
                    .isTrue();
        });
    }

    private static void note(Topic.Event event, Map<String, String> themes) {
        if (event.type().equals(CLASSIFIED)) {
            themes.put(event.stream(), event.data().path("theme").asText());
        }
    }

    private Map<String, Long> counted() throws SQLException {
        var counts = new HashMap<String, Long>();
        try (var connection = house.process().database(Service.INSIGHTS).getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "select theme, sum(tickets) from insights_count"
                                        + " where measure = 'opened' and grain = 'day' group by theme having sum(tickets) <> 0")) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    /** Services come and go here, so an answer may be a gateway's that found nobody. */
    static void patiently(org.awaitility.core.ThrowingRunnable condition) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .untilAsserted(condition);
    }
}
