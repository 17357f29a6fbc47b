package groundswell.consent.asking;

import static groundswell.consent.live.People.as;
import static groundswell.consent.live.People.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import groundswell.consent.live.Live;
import groundswell.consent.live.MovableClock;
import groundswell.consent.live.TicketFeed;
import groundswell.consent.live.TicketFeed.Told;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@Live
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AskingApiTest {
    @Inject
    TicketFeed feed;

    @Inject
    MovableClock clock;

    @Inject
    DataSource database;

    @AfterEach
    void today() {
        clock.reset();
    }

    Told ticket() {
        return feed.resolvedTicket(
                "Rosa Keller",
                "rosa@harbourlane.example",
                "Harbour Lane",
                "Charged twice",
                "I was charged twice.",
                "Refunded.");
    }

    String ask(Told ticket) {
        return as("agent")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
    }

    @Test
    void a_ticket_nobody_was_asked_about_allows_nothing() {
        var ticket = ticket();
        as("pr").get("/api/consents?ticket=" + ticket.ticketId())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("not_asked"))
                .body("items[0].scopes", hasSize(0));
        as("pr").get("/api/consents?ticket=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items[0].status", equalTo("not_asked"));
    }

    @Test
    void an_agent_asks_and_gets_the_link_once() throws SQLException {
        var ticket = ticket();
        var asked = as("agent")
                .body(Map.of("ticketId", ticket.ticketId(), "language", "de-AT"))
                .post("/api/consents")
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("status", equalTo("asked"))
                .body("language", equalTo("de"))
                .body("scopes", contains("aggregate_quote", "case_study"))
                .extract();
        String link = asked.path("link");
        assertThat(link).matches("/consent/[A-Za-z0-9_-]{43}");
        as("pr").get("/api/consents?ticket=" + ticket.ticketId())
                .then()
                .body("items[0].status", equalTo("asked"))
                .body("items[0].scopes", hasSize(0))
                .body("items[0].asked", contains("aggregate_quote", "case_study"));
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from consent_link l where l::text like '%' || ? || '%'")) {
            query.setString(1, link.substring("/consent/".length()));
            var row = query.executeQuery();
            row.next();
            assertThat(row.getLong(1)).as("the token itself is stored nowhere").isZero();
        }
    }

    @Test
    void nobody_is_asked_twice_and_a_new_link_voids_the_old() {
        var ticket = ticket();
        var first = ask(ticket);
        as("lead")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/already-asked"));
        String requestId =
                as("agent").get("/api/consents?ticket=" + ticket.ticketId()).path("items[0].requestId");
        String second = as("agent")
                .post("/api/consents/" + requestId + "/links")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        nobody().get(first).then().statusCode(404);
        nobody().get(second).then().statusCode(200);
    }

    @Test
    void silence_is_a_no_and_the_customer_may_be_asked_once_more() {
        var ticket = ticket();
        var link = ask(ticket);
        clock.moveOn(Duration.ofDays(31));
        as("pr").get("/api/consents?ticket=" + ticket.ticketId()).then().body("items[0].status", equalTo("expired"));
        nobody().contentType("application/json")
                .body(Map.of("decision", "grant", "scopes", new String[] {"case_study"}, "retention", "one_year"))
                .post(link)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/consent-expired"));
        Awaitility.await()
                .untilAsserted(() -> as("legal")
                        .get("/api/consents/"
                                + as("legal")
                                        .get("/api/consents?ticket=" + ticket.ticketId())
                                        .path("items[0].requestId"))
                        .then()
                        .body("record.what", contains("asked", "expired"))
                        .body("record[1].actor", equalTo("policy:expiry")));
        ask(ticket);
        as("pr").get("/api/consents?ticket=" + ticket.ticketId())
                .then()
                .body("items", hasSize(2))
                .body("items.status", containsInAnyOrder("asked", "expired"));
    }

    @Test
    void an_agent_confirms_a_yes_given_in_plain_words() {
        var ticket = ticket();
        ask(ticket);
        String requestId =
                as("agent").get("/api/consents?ticket=" + ticket.ticketId()).path("items[0].requestId");
        as("agent")
                .body(Map.of(
                        "answer", "granted", "scopes", new String[] {"aggregate_quote"}, "retention", "six_months"))
                .put("/api/consents/" + requestId + "/answer")
                .then()
                .statusCode(200)
                .body("status", equalTo("granted"))
                .body("channel", equalTo("reply"))
                .body("scopes", contains("aggregate_quote"));
    }

    @Test
    void nobody_is_asked_before_their_ticket_is_resolved() {
        var ticket = feed.ticket("Rosa Keller", "rosa@harbourlane.example", "Harbour Lane", "Charged twice", "Twice.");
        feed.awaitKnown(ticket);
        as("agent")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-resolved"));
        feed.resolve(ticket);
        Awaitility.await()
                .untilAsserted(() -> as("agent")
                        .body(Map.of("ticketId", ticket.ticketId()))
                        .post("/api/consents")
                        .then()
                        .statusCode(201));
    }

    @Test
    void a_short_reply_is_suggested_as_the_answer_and_allows_nothing_until_an_agent_confirms_it() {
        var ticket = ticket();
        clock.moveOn(Duration.ofMinutes(-1));
        ask(ticket);
        var consent = "/api/consents?ticket=" + ticket.ticketId();
        feed.customerReply(ticket, "Happy to, but not with our name.", Instant.now());
        feed.customerReply(ticket, "Yes, you may!", Instant.now().plusSeconds(1));
        Awaitility.await()
                .untilAsserted(
                        () -> as("agent").get(consent).then().body("items[0].suggestion.answer", equalTo("granted")));
        as("pr").get(consent).then().body("items[0].status", equalTo("asked")).body("items[0].scopes", hasSize(0));
        String requestId = as("agent").get(consent).path("items[0].requestId");
        as("agent")
                .body(Map.of("answer", "granted", "retention", "one_year"))
                .put("/api/consents/" + requestId + "/answer")
                .then()
                .statusCode(200)
                .body("scopes", contains("aggregate_quote", "case_study"));
        as("pr").get(consent).then().body("items[0].suggestion", nullValue());
    }

    @Test
    void what_was_written_before_the_question_answers_nothing() {
        var ticket = ticket();
        feed.customerReply(ticket, "Yes, thanks", Instant.parse("2026-03-03T11:03:00Z"));
        ask(ticket);
        as("agent").get("/api/consents?ticket=" + ticket.ticketId()).then().body("items[0].suggestion", nullValue());
    }

    @Test
    void who_may_not_ask_is_told_so() {
        var ticket = ticket();
        as("pr").body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/wrong-role"));
        nobody().contentType("application/json")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        nobody().auth().oauth2("not.a.token").get("/api/consents").then().statusCode(401);
    }

    @Test
    void bad_input_is_answered_with_what_to_do() {
        as("agent")
                .body(Map.of("ticketId", UUID.randomUUID()))
                .post("/api/consents")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-ticket"));
        as("agent").body("{").post("/api/consents").then().statusCode(400).contentType("application/problem+json");
        as("agent").body("{}").post("/api/consents").then().statusCode(400).body("errors.field", contains("ticketId"));
        as("agent")
                .body(Map.of("ticketId", UUID.randomUUID(), "scopes", new String[] {"everything"}))
                .post("/api/consents")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
        as("agent")
                .body("{\"ticketId\":\"%s\",\"scopes\":[null]}".formatted(UUID.randomUUID()))
                .post("/api/consents")
                .then()
                .statusCode(400);
        as("agent").get("/api/consents?limit=5000").then().statusCode(400);
        as("agent").get("/api/consents?status=perhaps").then().statusCode(400);
        as("agent").get("/api/consents?after=%00x").then().statusCode(400);
        as("agent").get("/api/consents/" + UUID.randomUUID()).then().statusCode(404);
    }
}
