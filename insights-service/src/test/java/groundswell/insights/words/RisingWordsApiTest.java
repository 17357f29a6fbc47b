package groundswell.insights.words;

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
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** More customers say it this week than in the four before; who they are stays out of it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RisingWordsApiTest {
    private static final int BEFORE = 36, NOW = 10, SAY_IT = 9;

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void words_of_three_customers_rise_and_open_their_tickets_until_too_few_are_left() throws Exception {
        var world = World.published(kafka);
        for (int i = 0; i < BEFORE; i++) {
            wrote(world, Duration.ofHours(200 + 12L * i), customers.another(), "The total of my invoice is wrong.");
        }
        for (int i = 0; i < NOW; i++) {
            wrote(world, Duration.ofHours(1 + 15L * i), customers.another(), "The total of my invoice is wrong.");
        }
        var sayIt = new ArrayList<UUID>();
        for (int i = 0; i < SAY_IT; i++) {
            sayIt.add(customers.another());
            wrote(
                    world,
                    Duration.ofHours(2 + 16L * i),
                    sayIt.getLast(),
                    "The total of my invoice is wrong. The loyalty discount that Ines Calloway promised is gone.");
        }
        var loud = customers.another();
        for (int i = 0; i < 12; i++) {
            wrote(world, Duration.ofHours(3 + 12L * i), loud, "My zeppelin invoice is wrong.");
        }

        await().untilAsserted(() -> {
            assertThat(rising().getInt("customers")).isEqualTo(NOW + SAY_IT + 1);
            assertThat(rising().getInt("customersBefore")).isEqualTo(BEFORE);
        });
        var told = rising();
        assertThat(told.getList("items.words", String.class))
                .contains("loyalty discount")
                .noneMatch(words -> words.contains("zeppelin") || words.contains("ines") || words.contains("invoice"));
        var item = told.getMap("items.find { it.words == 'loyalty discount' }");
        assertThat(item).containsEntry("customers", SAY_IT).containsEntry("customersBefore", 0);

        var link = item.get("link").toString();
        var tickets = as("product").urlEncodingEnabled(false).get(link).jsonPath();
        assertThat(tickets.getList("items")).hasSize(SAY_IT);
        assertThat(tickets.getString("items[0].quote"))
                .contains("loyalty discount")
                .doesNotContain("Calloway");
        as("product")
                .urlEncodingEnabled(false)
                .get(link.replaceFirst("/api", ""))
                .then()
                .body(containsString("Tickets that say “loyalty discount”"));
        as("product")
                .get("/insights/words/rising?theme=words-rising")
                .then()
                .body(containsString("The loyalty discount that"));
        as("product")
                .accept("text/csv")
                .get("/api/insights/words/rising?theme=words-rising")
                .then()
                .body(containsString("loyalty discount,9,"));

        as("pr").urlEncodingEnabled(false).get(link).then().statusCode(403);
        as("product")
                .urlEncodingEnabled(false)
                .get(link.replace("loyalty+discount", "zeppelin"))
                .then()
                .body("items.size()", equalTo(0)); // one customer's word

        for (var customer : sayIt.subList(0, SAY_IT - 2)) {
            customers.erase(customer);
        }
        await().untilAsserted(() ->
                assertThat(rising().getList("items.words", String.class)).doesNotContain("loyalty discount"));
    }

    @Test
    void what_cannot_be_read_says_what_can_be_asked() {
        as("product").get("/api/insights/words/rising?limit=0").then().statusCode(400);
        as("product")
                .get("/api/insights/words/tickets?words=discount")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-time"));
        as("product")
                .get("/api/insights/words/tickets?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-code"));
        for (var path : List.of("/api/insights/words/rising", "/insights/words/rising", "/insights/words/tickets")) {
            as("integrator").get(path).then().statusCode(403);
        }
    }

    private static JsonPath rising() {
        return as("product")
                .get("/api/insights/words/rising?theme=words-rising")
                .jsonPath();
    }

    private void wrote(World world, Duration ago, UUID customer, String text) {
        world.wroteAt(Instant.now().minus(ago), seals, customer, "words-rising", "revenue", "Invoice", text);
    }
}
