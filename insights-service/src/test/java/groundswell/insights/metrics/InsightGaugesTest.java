package groundswell.insights.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InsightGaugesTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void queues_and_themes_are_gauges_by_their_codes() throws Exception {
        var world = World.published(kafka);
        await().untilAsserted(() -> {
            var metrics = given().get("/q/metrics").asString();
            assertThat(metrics)
                    .contains("groundswell_queue_open{team=\"revenue\"} " + (double) world.openIn("revenue"))
                    .containsPattern("groundswell_queue_longest_wait_seconds\\{team=\"revenue\"} \\d{4,}")
                    .containsPattern("groundswell_theme_tickets_day\\{theme=\"reliability-slow\"} \\d");
        });
    }
}
