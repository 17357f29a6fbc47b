package groundswell.insights.escalations;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.Customers;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What support can't resolve is listed by theme and reason, and opens its tickets. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EscalationsApiTest {
    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void gaps_are_listed_by_theme_and_reason_and_open_their_tickets() throws Exception {
        var world = World.published(kafka);
        var loud = customers.another();
        var missing = wrote(world, loud);
        world.escalated(missing, "missing_functionality");
        world.escalated(wrote(world, loud), "missing_functionality");
        world.escalated(wrote(world, customers.another()), "policy");
        var changed = wrote(world, customers.another());
        world.escalated(changed, "policy");
        world.escalated(changed, "bug");
        var resolvedAfterAll = wrote(world, customers.another());
        world.escalated(resolvedAfterAll, "bug");
        world.escalationWithdrawn(resolvedAfterAll);
        wrote(world, customers.another());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(gap("7d"))
                        .containsEntry("bug", 1)
                        .containsEntry("missingFunctionality", 2)
                        .containsEntry("policy", 1)
                        .containsEntry("tickets", 4)
                        .containsEntry("before", 0)
                        .containsEntry("customers", 3));
        assertThat(as("product")
                        .urlEncodingEnabled(false)
                        .get(gap("7d").get("link") + "&escalation=missing_functionality")
                        .jsonPath()
                        .getList("items.id", String.class))
                .contains(missing.toString())
                .hasSize(2);
        as("product")
                .accept("text/csv")
                .get("/api/insights/escalations?window=7d")
                .then()
                .body(containsString("gap-theme,gap-theme,1,2,1,4,0,3,"));
        as("pr").get("/insights/gaps?window=7d")
                .then()
                .statusCode(200)
                .body(containsString("gap-theme leaves support helpless"));
        as("admin").get("/api/insights/recount").then().body("equal", equalTo(true));
    }

    @Test
    void an_unknown_window_is_a_clear_problem() {
        as("product").get("/api/insights/escalations?window=9d").then().statusCode(400);
        as("integrator").get("/api/insights/escalations").then().statusCode(403);
        as("integrator").get("/insights/gaps").then().statusCode(403);
    }

    private Map<String, Object> gap(String window) {
        return as("product")
                .get("/api/insights/escalations?window=" + window)
                .jsonPath()
                .getMap("items.find { it.theme == 'gap-theme' }");
    }

    private UUID wrote(World world, UUID customer) {
        return world.wrote(seals, customer, "gap-theme", "revenue", "Limits", "Can we have more than ten projects?");
    }
}
