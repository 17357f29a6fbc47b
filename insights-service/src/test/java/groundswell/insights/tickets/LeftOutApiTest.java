package groundswell.insights.tickets;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.CountedTicket;
import groundswell.insights.Customers;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a machine wrote, and what goes on in another ticket, is in no number and in no list behind one. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LeftOutApiTest {
    static final String THEME = "left-out-theme";
    static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void machines_and_merged_tickets_are_in_no_number_and_no_list_until_they_are_unmerged() throws Exception {
        var world = World.published(kafka);
        var loud = customers.another();
        var goesOn = wrote(world, loud, 3);
        var rests = wrote(world, loud, 4);
        var another = wrote(world, customers.another(), 5);
        var alert = world.machineWroteAt(
                daysAgo(6), seals, customers.another(), THEME, "revenue", "Disk is full", "97 % of /var are used.");
        world.escalated(rests, "bug");
        world.escalated(alert, "bug");
        world.merged(rests, goesOn, "revenue");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(number()).isEqualTo(2);
            assertThat(list()).containsExactly(goesOn, another);
            assertThat(gaps()).isNull();
            assertThat(wroteAboutIt()).isEqualTo(2);
        });
        as("admin").get("/api/insights/recount").then().body("equal", equalTo(true));
        as("product")
                .get("/api/insights/aggregates?window=7d")
                .then()
                .body("counted", containsString(CountedTicket.LEFT_OUT));

        world.unmerged(rests, "revenue");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(number()).isEqualTo(3);
            assertThat(list()).containsExactly(goesOn, rests, another);
            assertThat(gaps()).isEqualTo(1);
        });
        as("admin").get("/api/insights/recount").then().body("equal", equalTo(true));
    }

    private static Integer number() {
        return as("product").get(question()).path("total.tickets");
    }

    private static List<UUID> list() {
        var link = as("product").get(question()).<String>path("total.link");
        return as("product").urlEncodingEnabled(false).get(link).jsonPath().getList("items.id", UUID.class);
    }

    private static String question() {
        return "/api/insights/aggregates?window=7d&theme=" + THEME;
    }

    private static Object gaps() {
        return as("product")
                .get("/api/insights/escalations?window=7d")
                .path("items.find { it.theme == '" + THEME + "' }?.tickets");
    }

    private static Object wroteAboutIt() {
        return as("product")
                .get("/api/insights/customers?window=7d")
                .path("items.find { it.theme == '" + THEME + "' }?.customers");
    }

    private UUID wrote(World world, UUID customer, int days) {
        return world.wroteAt(daysAgo(days), seals, customer, THEME, "revenue", "Limits", "Can we have more than ten?");
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }
}
