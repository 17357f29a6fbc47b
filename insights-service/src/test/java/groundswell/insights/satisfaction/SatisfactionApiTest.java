package groundswell.insights.satisfaction;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Ratings are counted by theme, with how certain their difference is. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SatisfactionApiTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void ratings_are_counted_by_theme_with_their_interval() throws Exception {
        var world = World.published(kafka);
        for (int i = 0; i < 12; i++) {
            // so far apart that they are no surge
            var ago = Duration.ofDays(20).plusHours(7L * i);
            world.rated("disappointing", i < 9 ? 1 : 5, ago);
            world.rated("pleasing", 5, ago);
        }
        world.rated("hardly-rated", 4, Duration.ofDays(20));

        await().untilAsserted(() -> assertThat(rated())
                .containsAllEntriesOf(Map.of("disappointing", 12, "pleasing", 12, "hardly-rated", 1)));
        var bad = item("disappointing");
        assertThat(bad)
                .containsEntry("unhappy", 9)
                .containsEntry("against", "more")
                .containsEntry("tellable", true);
        assertThat((Map<String, Float>) bad.get("unhappyPart")).satisfies(part -> {
            assertThat(part.get("part")).isEqualTo(0.75f);
            assertThat(part.get("low")).isBetween(0.46f, 0.47f);
            assertThat(part.get("high")).isBetween(0.91f, 0.92f);
        });
        assertThat(item("pleasing")).containsEntry("mean", 5.0f).containsEntry("against", "fewer");
        assertThat(item("hardly-rated")).containsEntry("against", "unclear").containsEntry("tellable", false);
        world.openedBy("unrated", "disappointing", Duration.ofDays(19));
        await().untilAsserted(() ->
                assertThat(tickets("/api/insights/tickets?theme=disappointing")).hasSize(13));
        assertThat(tickets(bad.get("tickets"))).hasSize(12);
        assertThat(tickets(bad.get("unhappyTickets"))).hasSize(9);
        as("product")
                .accept("text/csv")
                .get("/api/insights/satisfaction?window=28d")
                .then()
                .contentType("text/csv")
                .body(containsString("\ndisappointing,disappointing,12,2.0,9,"));
        as("product").get("/api/insights/satisfaction?window=9d").then().statusCode(400);
        as("integrator").get("/api/insights/satisfaction").then().statusCode(403);
    }

    private static List<String> tickets(Object address) {
        return as("product")
                .urlEncodingEnabled(false)
                .get(address.toString())
                .jsonPath()
                .getList("items.id");
    }

    private static Map<String, Integer> rated() {
        return as("product")
                .get("/api/insights/satisfaction?window=28d")
                .jsonPath()
                .get("items.collectEntries { [it.theme, it.rated] }");
    }

    private static Map<String, Object> item(String theme) {
        return as("product")
                .get("/api/insights/satisfaction?window=28d")
                .jsonPath()
                .getMap("items.find { it.theme == '" + theme + "' }");
    }
}
