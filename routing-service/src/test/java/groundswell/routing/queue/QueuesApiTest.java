package groundswell.routing.queue;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.routing.Topic;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How queues stand, over REST and on the topic. Counts are of all tests' tickets, so what is asked is how they change. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueuesApiTest {
    static final String TEAM = "product";

    @Inject
    TicketFeed tickets;

    private UUID opened(int minutesAgo, @Nullable UUID person) {
        var ticket =
                tickets.open(saying("How do I", "x").tagged("a").priority("P1").openedAt(ago(minutesAgo)));
        if (person == null) tickets.assigned(ticket, TEAM, 1, "agent:x", "x");
        else tickets.assigned(ticket, TEAM, person, 1);
        return ticket;
    }

    private static Instant ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private static JsonPath health() {
        return as("ops")
                .get("/api/routing/queues")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int count(String what) {
        return health().getInt("find { it.team == '" + TEAM + "' }." + what);
    }

    @Test
    void a_ticket_with_nobody_waits_and_one_past_its_time_is_counted_until_it_is_answered() {
        int waiting = count("waiting"), breached = count("breached");
        var ticket = opened(75, null);
        await().untilAsserted(() -> assertThat(count("waiting")).isEqualTo(waiting + 1));
        await().untilAsserted(() -> assertThat(count("breached")).isEqualTo(breached + 1));

        tickets.happened(ticket, "replied", ago(0));
        await().untilAsserted(() -> assertThat(count("breached")).isEqualTo(breached));
        tickets.resolved(ticket);
        await().untilAsserted(() -> assertThat(count("waiting")).isEqualTo(waiting));
    }

    @Test
    void what_a_person_has_is_theirs_and_told_on_the_topic() {
        var ada = UUID.randomUUID();
        var path = "/api/teams/" + TEAM + "/members/" + ada;
        as("lead").body(Map.of("name", "Ada Lamm")).put(path).then().statusCode(200);
        try (var topic = new Topic("routing.events.v1")) {
            opened(50, ada);
            await().untilAsserted(() -> assertThat(load(ada))
                    .containsEntry("open", 1)
                    .containsEntry("unanswered", 1)
                    .containsEntry("atRisk", 1));
            await().untilAsserted(() -> assertThat(topic.of("queue:" + TEAM))
                    .anyMatch(message -> message.data().toString().contains(ada.toString())));
            assertThat(topic.of("queue:" + TEAM))
                    .noneMatch(message -> message.data().toString().contains("Lamm"));
        }
        as("lead").delete(path).then().statusCode(204);
    }

    private static Map<String, Object> load(UUID person) {
        return health().getMap("find { it.team == '" + TEAM + "' }.people.find { it.person == '" + person + "' }");
    }

    @Test
    void the_list_is_by_the_time_that_is_left_and_every_page_goes_on_where_the_last_one_ended() {
        var late = opened(200, null);
        var soon = opened(58, null);
        var later = opened(5, null);
        var imported =
                tickets.open(saying("Old", "x").tagged("a").openedAt(ago(3)).imported());
        tickets.assigned(imported, TEAM, 1, "agent:x", "x");
        await().untilAsserted(() -> assertThat(listed(200)).contains(late, soon, later, imported));
        await().untilAsserted(() -> assertThat(listed(2)).containsSubsequence(late, soon, later, imported));
        assertThat(listed(2)).doesNotHaveDuplicates();
        as("agent")
                .get("/api/routing/queues/" + TEAM + "?limit=200")
                .then()
                .body("items.find { it.ticketId == '" + late + "' }.subject", is("How do I"))
                .body("items.find { it.ticketId == '" + imported + "' }.dueAt", nullValue());
    }

    private static List<UUID> listed(int limit) {
        var found = new ArrayList<UUID>();
        String next = null;
        do {
            var page = as("agent")
                    .queryParam("limit", limit)
                    .queryParam("after", next == null ? "" : next)
                    .get("/api/routing/queues/" + TEAM)
                    .jsonPath();
            page.<String>getList("items.ticketId").forEach(id -> found.add(UUID.fromString(id)));
            next = page.getString("next");
        } while (next != null);
        return found;
    }

    @Test
    void what_was_warned_of_and_then_waits_for_its_customer_is_not_at_risk() {
        var ticket = opened(50, null);
        await().untilAsserted(
                        () -> listed(ticket).body("items.find { it.ticketId == '" + ticket + "' }.atRisk", is(true)));
        tickets.happened(ticket, "paused", ago(0));
        await().untilAsserted(() -> listed(ticket)
                .body("items.find { it.ticketId == '" + ticket + "' }.status", is("pending"))
                .body("items.find { it.ticketId == '" + ticket + "' }.atRisk", is(false)));
    }

    private static io.restassured.response.ValidatableResponse listed(UUID ticket) {
        return as("agent")
                .get("/api/routing/queues/" + TEAM + "?limit=200")
                .then()
                .body("items.ticketId", hasItem(ticket.toString()));
    }

    @Test
    void mine_and_waiting_are_parts_of_it_and_nonsense_is_refused() {
        var me = UUID.nameUUIDFromBytes("nobody".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var waiting = opened(5, null);
        var given = opened(5, me);
        await().untilAsserted(() -> as("agent")
                .get("/api/routing/queues/" + TEAM + "?limit=200")
                .then()
                .body("items.ticketId", hasItems(waiting.toString(), given.toString())));
        as("agent")
                .get("/api/routing/queues/" + TEAM + "?limit=200&whose=waiting")
                .then()
                .body("items.ticketId", hasItem(waiting.toString()))
                .body("items.ticketId", org.hamcrest.Matchers.not(hasItem(given.toString())));
        as("agent").get("/api/routing/queues/" + TEAM + "?whose=ours").then().statusCode(400);
        as("agent").get("/api/routing/queues/" + TEAM + "?after=x").then().statusCode(400);
        as("agent").get("/api/routing/queues/none").then().statusCode(404);
        as("legal").get("/api/routing/queues").then().statusCode(403);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
