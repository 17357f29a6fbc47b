package groundswell.insights.reading;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import groundswell.insights.Customers;
import groundswell.insights.Week;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Last week's tickets, for each reader others; what was read stays read, and what was erased is gone. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingListApiTest {
    static final String LIST = "/api/insights/reading-list";

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_reader_gets_last_weeks_tickets_and_says_what_was_read() throws Exception {
        var world = World.published(kafka);
        var lastWeek = Week.of(Instant.now(), ZoneOffset.UTC).previous();
        var at = lastWeek.monday().atTime(12, 0).toInstant(ZoneOffset.UTC);
        var shy = customers.another();
        var ticket = world.wroteAt(
                at,
                seals,
                customers.another(),
                "sync-lost",
                "reliability",
                "Lost again",
                "Ines Calloway: my list is empty");
        var secret = world.wroteAt(at, seals, shy, "sync-lost", "revenue", "A secret", "nobody may keep this");
        await().until(() -> tickets("product").containsAll(List.of(ticket.toString(), secret.toString())));

        var list = as("product").get(LIST).jsonPath();
        assertThat(list.getString("week")).isEqualTo(lastWeek.toString());
        int read = list.getInt("read");
        var entry = "items.find { it.ticketId == '" + ticket + "' }";
        assertThat(list.getString(entry + ".name")).isEqualTo("Sync loses changes");
        assertThat(list.getString(entry + ".text")).contains("my list is empty").doesNotContain("Calloway");
        assertThat(tickets("product")).as("asked again").isEqualTo(tickets("product"));

        as("product").put(LIST + "/" + ticket + "/read").then().statusCode(204);
        as("product").put(LIST + "/" + ticket + "/read").then().statusCode(204);
        as("product")
                .get(LIST)
                .then()
                .body("read", equalTo(read + 1))
                .body("items.ticketId", hasItem(ticket.toString()));

        customers.erase(shy);
        await().until(() -> !tickets("product").contains(secret.toString()));

        var before = lastWeek.previous();
        assertThat(as("product").get(LIST + "?week=" + before).jsonPath().getList("items.ticketId", String.class))
                .doesNotContainAnyElementsOf(List.of(ticket.toString(), secret.toString()));
        var running = Week.of(Instant.now(), ZoneOffset.UTC);
        as("product").get(LIST + "?week=" + running).then().statusCode(409).body("type", equalTo("/problems/not-over"));
        as("product").get(LIST + "?week=soon").then().statusCode(400);
        as("pr").get(LIST).then().statusCode(403);
        as("product").put(LIST + "/" + UUID.randomUUID() + "/read").then().statusCode(404);
        as("pr").put(LIST + "/" + UUID.randomUUID() + "/read").then().statusCode(403);
    }

    private static List<String> tickets(String role) {
        return as(role).get(LIST).jsonPath().getList("items.ticketId", String.class);
    }
}
