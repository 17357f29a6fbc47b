package groundswell.ticket.api;

import static groundswell.ticket.api.Client.ADA;
import static groundswell.ticket.api.Client.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import groundswell.journal.Journal;
import groundswell.stack.TestStack;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketEvent;
import groundswell.ticket.TicketEvent.AssignmentRefused;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MergesApiTest {
    static final Duration SOON = Duration.ofSeconds(30);

    final Client agent = Client.as("agent");
    final Client crm = Client.as("integrator");
    final String customer = UUID.randomUUID() + "@example.org";

    @Inject
    DataSource database;

    @Inject
    Journal<TicketCommand, Ticket, TicketEvent> journal;

    @Test
    void a_ticket_is_merged_once_by_number_or_id_and_says_into_which() {
        var parent = opened();
        var child = opened();
        var number = agent.get(parent).<String>path("number");

        merge(child, number)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("mergedInto", is(id(parent)))
                .body("status", is("open"));
        merge(child, id(parent)).then().statusCode(200).header("ETag", "\"2\"");

        agent.get(child + "/timeline")
                .then()
                .body("entries.what", contains("opened", "merged"))
                .body("entries[1].details.into", is(id(parent)))
                .body("entries[1].by", is(ADA.toString()));
        agent.get("/api/tickets?mergedInto=" + id(parent)).then().body("items.id", contains(id(child)));
        agent.get("/api/tickets?mergedInto=none&requester=" + agent.get(parent).path("requesterId"))
                .then()
                .body("items.id", contains(id(parent)));
    }

    @Test
    void what_is_asked_of_a_merged_ticket_is_refused_with_where_to_ask_instead() {
        var parent = opened();
        var child = merged(parent);

        agent.post(child + "/replies", Map.of("body", "Hello"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/merged"))
                .body("detail", containsString("/api/tickets/" + id(parent)));
        agent.put(child + "/assignee", Map.of("team", "revenue")).then().statusCode(409);
        agent.put(child + "/status", Map.of("status", "in_progress")).then().statusCode(409);
        Client.as("lead").get(child + "/rating-link").then().statusCode(409).body("type", is("/problems/merged"));
        agent.get(child).then().body("version", is(2));
    }

    @Test
    void a_customers_word_to_a_merged_ticket_stands_on_the_one_that_goes_on() {
        var parent = opened();
        var child = merged(parent);

        var body = Map.of("body", "It is still so.");
        var first = crm.request().header("Idempotency-Key", child).body(body).post(child + "/customer-messages");
        var again = crm.request().header("Idempotency-Key", child).body(body).post(child + "/customer-messages");

        first.then()
                .statusCode(201)
                .header("Location", endsWith(parent))
                .body("ticketId", is(id(parent)))
                .body("followUpOf", nullValue());
        assertThat(again.asString()).isEqualTo(first.asString());
        agent.get(parent + "/timeline")
                .then()
                .body("entries.what", contains("opened", "customer-replied"))
                .body("entries[1].text", is("It is still so."));
        agent.get(child).then().body("version", is(2));
    }

    @Test
    void a_customers_word_opens_a_follow_up_where_the_one_that_goes_on_was_closed_since() {
        var parent = opened();
        var child = merged(parent);
        resolve(parent);
        agent.put(parent + "/closure", "*", Map.of("how", "agent")).then().statusCode(200);

        crm.post(child + "/customer-messages", Map.of("body", "It is back."))
                .then()
                .statusCode(201)
                .body("status", is("open"))
                .body("followUpOf", is(id(parent)));
    }

    @Test
    void a_merge_that_is_undone_leaves_a_ticket_as_it_was() {
        var child = merged(opened());

        agent.delete(child + "/merge")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("mergedInto", nullValue())
                .body("status", is("open"));
        agent.delete(child + "/merge").then().statusCode(200).header("ETag", "\"3\"");
        agent.post(child + "/replies", Map.of("body", "Hello")).then().statusCode(201);
        agent.get(child + "/timeline").then().body("entries.what", hasItem("unmerged"));
    }

    @Test
    void who_may_not_go_on_is_named_and_nothing_is_left_behind() {
        var parent = opened();
        var child = merged(parent);
        var ticket = opened();

        merge(ticket, id(child)).then().statusCode(409).body("type", is("/problems/parent-merged"));
        merge(parent, id(ticket)).then().statusCode(409).body("type", is("/problems/has-children"));
        merge(ticket, id(ticket)).then().statusCode(409).body("type", is("/problems/into-itself"));
        merge(ticket, id(agent.opened())).then().statusCode(409).body("type", is("/problems/other-requester"));
        for (var nobody : List.of(UUID.randomUUID().toString(), "TKT-99999999", "the other one")) {
            merge(ticket, nobody).then().statusCode(400).body("errors[0].field", is("into"));
        }
        agent.put(ticket + "/merge", Map.of()).then().statusCode(400);
        agent.put(ticket + "/merge", "\"7\"", Map.of("into", id(parent))).then().statusCode(412);
        agent.put("/api/tickets/" + UUID.randomUUID() + "/merge", Map.of("into", id(parent)))
                .then()
                .statusCode(404);
        crm.put(ticket + "/merge", Map.of("into", id(parent))).then().statusCode(403);
        crm.delete(ticket + "/merge").then().statusCode(403);
        resolve(parent);
        agent.put(parent + "/closure", "*", Map.of("how", "agent")).then().statusCode(200);
        merge(ticket, id(parent)).then().statusCode(409).body("type", is("/problems/parent-closed"));
        agent.get(ticket).then().body("version", is(1)).body("mergedInto", nullValue());
    }

    @Test
    void merges_at_the_same_moment_make_no_chain() throws Exception {
        for (int round = 0; round < 5; round++) {
            var tickets = List.of(opened(), opened(), opened());
            var wishes = List.<Callable<Response>>of(
                    () -> merge(tickets.get(0), id(tickets.get(1))),
                    () -> merge(tickets.get(1), id(tickets.get(2))),
                    () -> merge(tickets.get(2), id(tickets.get(0))));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(wishes)) {
                    assertThat(answer.get().statusCode()).isIn(200, 409);
                }
            }
            var parents = tickets.stream()
                    .map(path -> agent.get(path).<String>path("mergedInto"))
                    .filter(java.util.Objects::nonNull)
                    .toList();
            assertThat(parents).hasSize(1);
            assertThat(agent.get("/api/tickets/" + parents.getFirst()).<String>path("mergedInto"))
                    .isNull();
        }
    }

    @Test
    void an_assignment_that_routing_asks_for_is_refused_as_any_other() {
        var child = merged(opened());
        var commands = new Topic("ticket.commands.v1");
        var command = UUID.randomUUID();

        commands.send(
                id(child),
                "groundswell.ticket.assign.v1",
                command,
                Map.of("ticketId", id(child), "team", "revenue", "assignmentRevision", 0));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(journal.read(id(child) + "/refusals"))
                        .singleElement()
                        .extracting(recorded -> (AssignmentRefused) recorded.event())
                        .returns(command, AssignmentRefused::commandId)
                        .returns("merged", AssignmentRefused::reason));
    }

    @Test
    void silence_does_not_close_a_merged_ticket() throws SQLException {
        var parent = opened();
        var child = opened();
        resolve(parent);
        resolve(child);
        merge(child, id(parent)).then().statusCode(200);
        try (var connection = database.getConnection();
                var silence = connection.prepareStatement(
                        "update journal_stream set updated_at = now() - interval '9 days' where stream_id in (?, ?)")) {
            silence.setString(1, id(parent));
            silence.setString(2, id(child));
            assertThat(silence.executeUpdate()).isEqualTo(2);
        }

        await().atMost(SOON).untilAsserted(() -> agent.get(parent).then().body("status", is("closed")));
        agent.get(child).then().body("status", is("resolved"));
    }

    private String merged(String parent) {
        var child = opened();
        merge(child, id(parent)).then().statusCode(200);
        return child;
    }

    private Response merge(String path, String into) {
        return agent.put(path + "/merge", Map.of("into", into));
    }

    private void resolve(String path) {
        agent.put(path + "/resolution", "*", Map.of("code", "fixed", "productArea", "a", "issueType", "b"))
                .then()
                .statusCode(200);
    }

    /** One more of the same customer. */
    private String opened() {
        return crm.post("/api/tickets", ticket(customer))
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
