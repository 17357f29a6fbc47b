package groundswell.insights.responsetimes;

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

/** How long customers waited, from the tickets themselves, and which tickets those are. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResponseTimesApiTest {
    private static final String BY_THEME = "/api/insights/response-times?window=7d&by=theme";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void median_and_nine_in_ten_are_those_of_the_tickets_and_open_them() throws Exception {
        var world = World.published(kafka);
        for (int i = 1; i <= 10; i++) {
            world.answered("waited-theme", Duration.ofHours(30 + 10L * i), 10L * i, 60L * i);
        }
        for (int i = 0; i < 3; i++) {
            world.answered("waited-theme", Duration.ofDays(9 + i), 5, 30);
        }
        // an answer is remembered for ten seconds
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            assertThat(time("firstReply"))
                    .containsEntry("tickets", 10)
                    .containsEntry("before", 5f)
                    .containsEntry("median", 55f)
                    .containsEntry("ninetieth", 91f);
            assertThat(time("resolution"))
                    .containsEntry("tickets", 10)
                    .containsEntry("median", 330f)
                    .containsEntry("ninetieth", 546f);
        });
        assertThat(within("firstReply")).isEqualTo(List.of(1, 6, 10, 10, 10, 10));
        assertThat(within("resolution")).isEqualTo(List.of(1, 4, 10, 10, 10, 10));
        for (var wait : List.of("firstReply", "resolution")) {
            assertThat(as("product")
                            .urlEncodingEnabled(false)
                            .get((String) time(wait).get("link"))
                            .jsonPath()
                            .getList("items"))
                    .hasSize(10);
        }
        as("product")
                .accept("text/csv")
                .get(BY_THEME)
                .then()
                .body(containsString("waited-theme,waited-theme,10,55.0,91.0,5.0,"));
        as("pr").get("/themes/waited-theme?window=7d")
                .then()
                .statusCode(200)
                .body(containsString("half within 55\u00a0min, nine in ten within 91\u00a0min, from 10\u00a0tickets"));
    }

    @Test
    void all_tickets_are_those_of_all_lines() throws Exception {
        World.published(kafka);
        await().untilAsserted(() -> {
            var answer = as("ops").get("/api/insights/response-times?by=team").jsonPath();
            assertThat(answer.getInt("all.firstReply.tickets"))
                    .isPositive()
                    .isEqualTo(answer.getInt("items.firstReply.tickets.sum()"));
        });
    }

    @Test
    void what_may_not_be_asked_is_a_clear_problem() {
        as("product").get("/api/insights/response-times?window=9d").then().statusCode(400);
        as("product").get("/api/insights/response-times?by=team,theme").then().statusCode(400);
        as("product").get("/insights/response-times?by=mood").then().statusCode(400);
        as("integrator").get("/api/insights/response-times").then().statusCode(403);
        as("integrator").get("/insights/response-times").then().statusCode(403);
    }

    private static Map<String, Object> time(String wait) {
        return as("product").get(BY_THEME).jsonPath().getMap("items.find { it.code == 'waited-theme' }." + wait);
    }

    private static List<Integer> within(String wait) {
        return as("product")
                .get(BY_THEME)
                .jsonPath()
                .getList("items.find { it.code == 'waited-theme' }." + wait + ".within.tickets");
    }
}
