package groundswell.ticket.api;

import static groundswell.ticket.api.Client.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LifeApiTest {
    static final Map<String, String> FIXED = Map.of("code", "fixed", "productArea", "billing", "issueType", "invoice");

    final Client agent = Client.as("agent");
    final Client crm = Client.as("integrator");

    @Test
    void a_ticket_lives_from_opening_to_closing_and_its_timeline_tells_all() {
        var path = crm.opened();
        agent.put(path + "/assignee", Map.of("team", "revenue", "agentId", ADA))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("assignmentRevision", is(1));
        agent.post(path + "/replies", Map.of("body", "Which invoice?", "then", "pending"))
                .then()
                .statusCode(201)
                .body("status", is("pending"));
        agent.post(path + "/notes", Map.of("body", "Looks like the January bug."))
                .then()
                .statusCode(201);
        crm.post(path + "/customer-messages", Map.of("body", "The one of January."))
                .then()
                .statusCode(201)
                .body("status", is("open"));
        agent.put(path + "/status", Map.of("status", "in_progress")).then().body("status", is("in_progress"));
        agent.put(path + "/resolution", "*", FIXED)
                .then()
                .statusCode(200)
                .body("status", is("resolved"))
                .body("resolution.code", is("fixed"))
                .body("resolution.agentId", is(ADA.toString()));
        agent.put(path + "/closure", "*", Map.of("how", "confirmed"))
                .then()
                .statusCode(200)
                .body("closure.how", is("confirmed"));

        agent.get(path + "/timeline")
                .then()
                .statusCode(200)
                .body(
                        "entries.what",
                        contains(
                                "opened",
                                "assigned",
                                "started",
                                "replied",
                                "paused",
                                "noted",
                                "customer-replied",
                                "resumed",
                                "started",
                                "resolved",
                                "closed"))
                .body("entries[0].subject", is("Charged twice"))
                .body("entries[3].text", is("Which invoice?"))
                .body("entries[3].audience", is("public"))
                .body("entries[3].by", is(ADA.toString()))
                .body("entries[5].audience", is("internal"))
                .body("entries[6].text", is("The one of January."))
                .body("entries[10].details.how", is("confirmed"))
                .body("times.firstReplyMinutes", is(0));
    }

    @Test
    void what_support_cannot_resolve_is_escalated_with_a_reason_and_taken_back() {
        var path = crm.opened();
        agent.put(path + "/escalation", Map.of()).then().statusCode(400).body("type", is("/problems/invalid-request"));
        agent.put(path + "/escalation", Map.of("reason", "boredom")).then().statusCode(400);
        crm.put(path + "/escalation", Map.of("reason", "bug")).then().statusCode(403);
        agent.put(path + "/escalation", Map.of("reason", "bug"))
                .then()
                .statusCode(200)
                .body("status", is("open"))
                .body("escalation.reason", is("bug"))
                .body("escalation.by", is(ADA.toString()));
        agent.put(path + "/escalation", Map.of("reason", "bug")).then().header("ETag", "\"2\"");
        agent.put(path + "/escalation", Map.of("reason", "policy")).then().body("escalation.reason", is("policy"));
        agent.delete(path + "/escalation").then().statusCode(200).body("escalation", nullValue());
        agent.delete(path + "/escalation").then().statusCode(200).header("ETag", "\"4\"");
        agent.get(path + "/timeline")
                .then()
                .body("entries.what", contains("opened", "escalated", "escalated", "escalation-withdrawn"))
                .body("entries[1].details.reason", is("bug"));
    }

    @Test
    void a_customers_word_reopens_a_resolved_ticket_and_it_is_counted() {
        var path = resolved();
        crm.post(path + "/customer-messages", Map.of("body", "Still broken."))
                .then()
                .statusCode(201)
                .body("status", is("open"));

        agent.get(path).then().body("reopenings", is(1)).body("resolution", nullValue());
    }

    @Test
    void a_customers_word_on_a_closed_ticket_opens_a_linked_follow_up_once() {
        var path = resolved();
        agent.put(path + "/closure", "*", Map.of("how", "agent")).then().statusCode(200);
        var body = Map.of("body", "It is back.");

        var first = crm.request().header("Idempotency-Key", path).body(body).post(path + "/customer-messages");
        var again = crm.request().header("Idempotency-Key", path).body(body).post(path + "/customer-messages");

        first.then().statusCode(201).body("status", is("open")).body("followUpOf", is(path.replaceFirst(".*/", "")));
        assertThat(again.asString()).isEqualTo(first.asString());
        crm.get("/api/tickets/" + first.path("ticketId"))
                .then()
                .body("subject", is("Charged twice"))
                .body("followUpOf", is(path.replaceFirst(".*/", "")))
                .body("history", is("repeat"));
        crm.get(path).then().body("status", is("closed"));
    }

    @Test
    void a_reply_that_is_sent_twice_with_one_key_is_written_once() {
        var path = crm.opened();
        var first = agent.request()
                .header("Idempotency-Key", path)
                .body(Map.of("body", "Hello"))
                .post(path + "/replies");
        var again = agent.request()
                .header("Idempotency-Key", path)
                .body(Map.of("body", "Hello"))
                .post(path + "/replies");

        assertThat(again.asString()).isEqualTo(first.asString());
        agent.get(path + "/timeline").then().body("entries.what", contains("opened", "started", "replied"));
    }

    @Test
    void an_illegal_step_is_refused_by_name() {
        var path = crm.opened();
        refused(agent.put(path + "/closure", "*", Map.of("how", "agent")), 409, "not-resolved");
        refused(agent.put(path + "/status", Map.of("status", "pending")), 409, "not-started");
        refused(agent.put(path + "/resolution", "*", Map.of("code", "fixed")), 409, "not-categorised");
        agent.put(path + "/resolution", "*", FIXED).then().statusCode(200);
        refused(agent.put(path + "/resolution", "*", FIXED), 409, "already-resolved");
        agent.put(path + "/closure", "*", Map.of("how", "agent")).then().statusCode(200);
        refused(agent.post(path + "/notes", Map.of("body", "late")), 409, "already-closed");
        refused(agent.get("/api/tickets/00000000-0000-0000-0000-000000000000"), 404, "no-such-ticket");
    }

    @Test
    void who_has_not_seen_the_latest_version_is_refused() {
        var path = crm.opened();
        agent.put(path + "/priority", "\"1\"", Map.of("priority", "P1"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        refused(agent.put(path + "/priority", "\"1\"", Map.of("priority", "P2")), 412, "version-conflict");
        refused(agent.put(path + "/resolution", "\"1\"", FIXED), 412, "version-conflict");
        refused(agent.put(path + "/resolution", FIXED), 428, "if-match-required");
        refused(agent.put(path + "/closure", Map.of("how", "agent")), 428, "if-match-required");
        refused(agent.put(path + "/priority", "soon", Map.of("priority", "P2")), 400, "bad-if-match");
    }

    @Test
    void labels_are_set() {
        var path = crm.opened();
        agent.put(path + "/tags", Map.of("tags", List.of("vip", "seats")))
                .then()
                .body("tags", contains("seats", "vip"));
        agent.put(path + "/tags", Map.of("tags", List.of("vip"))).then().body("tags", contains("vip"));
        agent.put(path + "/category", Map.of("productArea", "billing", "issueType", "invoice"))
                .then()
                .body("productArea", is("billing"));
        agent.put(path + "/resolution", "*", Map.of("code", "answered")).then().statusCode(200);
    }

    @Test
    void pr_and_legal_read_a_ticket_without_its_words() {
        var path = crm.opened();
        for (var role : List.of("pr", "legal")) {
            Client.as(role)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("subject", nullValue())
                    .body("requester", nullValue());
            Client.as(role)
                    .get(path + "/timeline")
                    .then()
                    .statusCode(200)
                    .body("entries[0].what", is("opened"))
                    .body("entries[0].text", nullValue());
            refused(Client.as(role).post(path + "/notes", Map.of("body", "x")), 403, "not-allowed");
        }
    }

    private String resolved() {
        var path = crm.opened();
        agent.put(path + "/resolution", "*", FIXED).then().statusCode(200);
        return path;
    }

    private static void refused(io.restassured.response.Response response, int status, String reason) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + reason))
                .body("status", is(status))
                .body("detail", not(emptyOrNullString()));
    }
}
