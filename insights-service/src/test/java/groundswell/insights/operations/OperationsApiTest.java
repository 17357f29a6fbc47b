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
        await().until(() -> as("ops").get("/api/insights/recount").path("equal"));
        int before = arrived();
        assertThat(arrived()).isEqualTo(before);
        world.another("operations-theme", "revenue");
        await().until(() -> counted() > before);
        assertThat(arrived()).isGreaterThan(before).isEqualTo(counted());
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
