package groundswell.ticket.api;

import static groundswell.ticket.api.Client.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpeningApiTest {
    final Client crm = Client.as("integrator", UUID.randomUUID());

    @Test
    void a_posted_ticket_is_opened_and_read_at_once_by_its_address_and_in_a_list() {
        var posted = crm.post("/api/tickets", ticket());

        var id = posted.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/api/tickets/"))
                .body("number", matchesPattern("TKT-\\d{6,}"))
                .body("status", is("open"))
                .body("priority", is("P3"))
                .body("subject", is("Charged twice"))
                .body("requester.name", is("Jo Doe"))
                .body("history", is("first"))
                .body("consent", is("not_asked"))
                .body("version", is(1))
                .extract()
                .path("id");
        crm.get("/api/tickets/" + id).then().statusCode(200).body("subject", is("Charged twice"));
        crm.get("/api/tickets?requester=" + posted.path("requesterId"))
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("next", nullValue());
    }

    @Test
    void everything_that_is_posted_comes_back() {
        var ticket = ticket();
        ticket.put("priority", "P1");
        ticket.put("tags", List.of("seats", "billing", "seats"));
        ticket.put("productArea", "billing");
        ticket.put("issueType", "double_charge");
        ticket.put("customFields", Map.of("order", "A-17"));
        ticket.put("occurredAt", "2026-01-12T09:12:00.123456789Z");
        ticket.put(
                "requester",
                Map.of(
                        "name",
                        "יעל כהן",
                        "email",
                        "Yael.Cohen@Example.ORG",
                        "accountId",
                        "acme",
                        "company",
                        "Acme",
                        "plan",
                        "team",
                        "size",
                        "51-200",
                        "industry",
                        "retail",
                        "bigCustomer",
                        true));

        crm.post("/api/tickets", ticket)
                .then()
                .statusCode(201)
                .body("priority", is("P1"))
                .body("tags", contains("billing", "seats"))
                .body("productArea", is("billing"))
                .body("issueType", is("double_charge"))
                .body("customFields.order", is("A-17"))
                .body("createdAt", is("2026-01-12T09:12:00.123456Z"))
                .body("requester.name", is("יעל כהן"))
                .body("requester.email", is("yael.cohen@example.org"))
                .body("plan", is("team"))
                .body("bigCustomer", is(true));
    }

    @Test
    void a_machine_says_that_it_is_one_and_whoever_says_nothing_is_a_person() {
        var alert = ticket();
        alert.put("automatic", true);

        crm.post("/api/tickets", alert).then().statusCode(201).body("automatic", is(true));
        crm.post("/api/tickets", ticket()).then().statusCode(201).body("automatic", is(false));
    }

    @Test
    void a_requesters_second_ticket_is_a_repeat_also_when_the_address_is_written_otherwise() {
        var email = UUID.randomUUID() + "@example.org";
        var first = crm.post("/api/tickets", ticket(email));

        crm.post("/api/tickets", ticket(email.toUpperCase(java.util.Locale.ROOT)))
                .then()
                .statusCode(201)
                .body("requesterId", is(first.path("requesterId").toString()))
                .body("history", is("repeat"))
                .body("earlierTickets", is(1));
    }

    @Test
    void the_same_key_and_body_get_the_same_answer() {
        var body = ticket();
        var first = crm.request().header("Idempotency-Key", "a-1").body(body).post("/api/tickets");
        Client.as("agent")
                .put("/api/tickets/" + first.path("id") + "/assignee", Map.of("team", "revenue"))
                .then()
                .statusCode(200)
                .body("team", is("revenue")); // whatever happens meanwhile
        var second = crm.request().header("Idempotency-Key", "a-1").body(body).post("/api/tickets");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        crm.request().header("Idempotency-Key", "b-1").body(ticket()).post("/api/tickets");

        crm.request()
                .header("Idempotency-Key", "b-1")
                .body(ticket())
                .post("/api/tickets")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/idempotency-key-reused"));
    }

    @Test
    void another_clients_key_is_another_key() {
        var body = ticket();
        var mine = crm.request().header("Idempotency-Key", "c-1").body(body).post("/api/tickets");
        var theirs = Client.as("integrator", UUID.randomUUID())
                .request()
                .header("Idempotency-Key", "c-1")
                .body(body)
                .post("/api/tickets");

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.<String>path("id")).isNotEqualTo(mine.path("id"));
    }

    @Test
    void fifty_copies_of_one_request_open_one_ticket() {
        var body = ticket();

        var answers = fiftyTimes(() -> {
            var answer =
                    crm.request().header("Idempotency-Key", "fifty").body(body).post("/api/tickets");
            return answer.statusCode() + " " + answer.asString();
        });

        assertThat(answers).hasSize(1).first().asString().startsWith("201");
    }

    @Test
    void fifty_copies_of_one_ticket_from_one_source_are_one_ticket() {
        var body = ticket();
        body.put("source", "crm");
        body.put("externalId", UUID.randomUUID().toString());

        var answers = fiftyTimes(() -> {
            var answer = crm.post("/api/tickets", body);
            assertThat(answer.statusCode()).isIn(200, 201);
            return answer.path("id");
        });

        assertThat(answers).hasSize(1);
        crm.post("/api/tickets", body).then().statusCode(200).body("externalId", is(body.get("externalId")));
    }

    @Test
    void who_may_not_open_tickets_is_told_so() {
        for (var role : List.of("ops", "product", "pr", "legal")) {
            Client.as(role)
                    .post("/api/tickets", ticket())
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/not-allowed"));
        }
    }

    private static <T> java.util.Set<T> fiftyTimes(Callable<T> ask) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    IntStream.range(0, 50).mapToObj(_ -> threads.submit(ask)).toList();
            return asked.stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .collect(Collectors.toSet());
        }
    }
}
