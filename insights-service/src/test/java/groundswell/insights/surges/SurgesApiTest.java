package groundswell.insights.surges;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.InsightsEvent.SurgeClosed;
import groundswell.insights.InsightsEvent.SurgeEvent;
import groundswell.insights.InsightsEvent.SurgeOpened;
import groundswell.insights.InsightsEvent.SurgeRetracted;
import groundswell.insights.Told;
import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** An old history is taken over: its surges are found as of their own hours, told, and taken back when they were none. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurgesApiTest {
    static final String OLD = "/api/insights/surges?from=2019-01-01T00:00:00Z&to=2020-01-01T00:00:00Z";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void surges_of_an_old_history_are_found_told_and_taken_back() throws Exception {
        var world = World.published(kafka);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(found("tag")).hasSize(1));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(found("theme")).hasSize(1));
        var surge = found("theme").getFirst();
        assertThat(surge).containsEntry("code", "data-export").containsEntry("customers", surge.get("seen"));
        assertThat((int) surge.get("seen")).isBetween(World.OLD_SURGE, World.OLD_SURGE + 10);
        assertThat(Duration.between(World.OLD_SURGE_START, Instant.parse((String) surge.get("opened"))))
                .isBetween(Duration.ofMinutes(15), Duration.ofHours(1));
        assertThat((String) surge.get("sentence"))
                .matches("4\\d.tickets from 4\\d customers in [345] hours, where about [345] are usual\\.");
        as("ops")
                .urlEncodingEnabled(false)
                .get((String) surge.get("link"))
                .then()
                .statusCode(200);
        var id = UUID.fromString((String) surge.get("id"));
        as("ops")
                .get((String) surge.get("explained"))
                .then()
                .statusCode(200)
                .body("surge.code", equalTo("data-export"))
                .body("words", empty()); // texts are not kept for years
        as("ops").get("/surges/" + id).then().statusCode(200).body(containsString((String) surge.get("sentence")));
        as("ops").get("/surges/" + id + "/words").then().body(containsString("No word stands out"));
        var points = as("ops").get("/surges/" + id + "/trend").jsonPath().<List<Object>>getList("points");
        assertThat(points.stream().mapToInt(point -> (int) point.get(1)).sum())
                .as("a day before and after it too")
                .isGreaterThanOrEqualTo((int) surge.get("seen"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(told(id)).hasExactlyElementsOfTypes(SurgeOpened.class, SurgeClosed.class));

        world.oldSurgeWasNone();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(found("theme")).isEmpty());
        assertThat(found("tag")).hasSize(1);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(told(id)).last().isInstanceOf(SurgeRetracted.class));
    }

    @Test
    void what_cannot_be_answered_says_what_can_be_asked() {
        as("ops")
                .get("/api/insights/surges?from=2020-01-01T00:00:00Z&to=2019-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-time"));
        as("integrator").get(OLD).then().statusCode(403);
    }

    private static List<Map<String, Object>> found(String kind) {
        return as("ops").get(OLD).jsonPath().getList("items.findAll { it.kind == '" + kind + "' }");
    }

    private List<SurgeEvent> told(UUID surge) {
        return Told.on(kafka, SurgeEvent.class).stream()
                .filter(event -> event.surgeId().equals(surge))
                .toList();
    }
}
