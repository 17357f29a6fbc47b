package groundswell.insights.sentiment;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import groundswell.insights.Customers;
import groundswell.insights.InsightsEvent.SentimentRead;
import groundswell.insights.Told;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A ticket's mood is read once, counted by its theme, and told in a code. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SentimentApiTest {
    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void moods_are_read_counted_by_theme_and_open_their_tickets() throws Exception {
        var world = World.published(kafka);
        var upset = wrote(
                world,
                "Still broken",
                "This is the third time I write and nobody answers. I am really fed up with being ignored like this!");
        var neutral = wrote(world, "Export", "The export of May has no header line. Which setting adds it?");
        var pleased = wrote(world, "Thank you", "It works again, you saved my day. Thank you so much, brilliant team!");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var told = Told.on(kafka, SentimentRead.class);
            for (var ticket : List.of(upset, neutral, pleased)) {
                assertThat(told).filteredOn(e -> e.ticketId().equals(ticket)).hasSize(1);
            }
        });
        var item = as("product")
                .get("/api/insights/sentiment?window=24h")
                .jsonPath()
                .getMap("items.find { it.theme == 'moody' }");
        assertThat(item).containsEntry("told", 3).containsEntry("upset", 1).containsEntry("pleased", 1);
        assertThat(item.get("sentence").toString()).contains("1 was upset");
        assertThat(as("product")
                        .urlEncodingEnabled(false)
                        .get(item.get("upsetTickets").toString())
                        .jsonPath()
                        .getList("items.id", String.class))
                .containsExactly(upset.toString());
        as("product")
                .accept("text/csv")
                .get("/api/insights/sentiment?window=24h")
                .then()
                .contentType("text/csv")
                .body(containsString("\nmoody,moody,3,1,1,1,0,"));
        as("product").get("/api/insights/sentiment?window=9d").then().statusCode(400);
        as("pr").get("/api/insights/sentiment").then().statusCode(403);
    }

    private UUID wrote(World world, String subject, String text) throws Exception {
        return world.wrote(seals, customers.another(), "moody", "product", subject, text);
    }
}
