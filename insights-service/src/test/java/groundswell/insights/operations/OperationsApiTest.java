package groundswell.insights.operations;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;

/** The page is read once for all who look, and yet never older than what was heard. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperationsApiTest {
    private static final Pattern ARRIVED = Pattern.compile("data-k=\"figure-arrived\">([0-9,]+)<");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @RepeatedTest(3)
    void who_looks_after_a_ticket_was_counted_finds_it_on_the_page() throws Exception {
        var world = World.published(kafka);
        int queued = queued();
        arrived();
        world.another("operations-theme", "revenue");
        await().until(() -> queued() > queued);
        int before = counted();
        int shown = arrived();
        int after = counted();
        // a quarter hour may end between two looks
        assertThat(shown).isBetween(Math.min(before, after), Math.max(before, after));
    }

    /** As the API has it, which reads anew each time. */
    private static int queued() {
        return as("ops").get("/api/insights/queues").jsonPath().getInt("teams.find { it.team == 'revenue' }.load.open");
    }

    private static int counted() {
        return as("ops")
                .get("/api/insights/aggregates?window=24h&by=channel")
                .jsonPath()
                .getInt("rows.number.tickets.sum()");
    }

    private static int arrived() {
        var page = ARRIVED.matcher(as("ops").get("/operations").asString());
        assertThat(page.find()).isTrue();
        return Integer.parseInt(page.group(1).replace(",", ""));
    }
}
