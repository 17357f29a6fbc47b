package groundswell.consent.answering;

import static groundswell.consent.live.People.as;
import static groundswell.consent.live.People.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import groundswell.consent.live.Live;
import groundswell.consent.live.TicketFeed;
import groundswell.consent.live.TicketFeed.Told;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@Live
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnsweringApiTest {
    @Inject
    TicketFeed feed;

    Told ticket;
    String link;

    @BeforeEach
    void asked() {
        ticket = feed.resolvedTicket(
                "Rosa Keller",
                "rosa@harbourlane.example",
                "Harbour Lane",
                "Charged twice",
                "I was charged twice.",
                "Refunded.");
        link = as("agent")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .path("link");
    }

    void status(String expected) {
        as("legal").get("/api/consents?ticket=" + ticket.ticketId()).then().body("items[0].status", equalTo(expected));
    }

    @Test
    void looking_at_the_page_decides_nothing_and_nothing_is_ticked() {
        nobody().get(link)
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", containsString("noindex"))
                .body(containsString("TKT-" + ticket.number()))
                .body(not(containsString(" checked")))
                .body(not(containsString("Charged twice")))
                .body(not(containsString("Rosa Keller")));
        nobody().head(link).then().statusCode(200);
        status("asked");
    }

    @Test
    void the_form_grants_what_was_ticked_and_the_same_link_takes_it_back() {
        nobody().formParam("decision", "grant")
                .formParam("scopes", List.of("case_study"))
                .formParam("retention", "one_year")
                .post(link)
                .then()
                .statusCode(303);
        status("granted");
        nobody().get(link + "/receipt")
                .then()
                .statusCode(200)
                .body("event.state", equalTo("granted"))
                .body("piiProcessing.purposes.purpose", contains("case_study"))
                .body("piiProcessing.privacyNotice.sha256", notNullValue())
                .body("piiProcessing.storageUntil", notNullValue())
                .body("partyIdentification.piiController", notNullValue());
        nobody().formParam("decision", "withdraw").post(link).then().statusCode(303);
        status("withdrawn");
        as("legal").get("/api/consents?ticket=" + ticket.ticketId()).then().body("items[0].scopes.size()", equalTo(0));
    }

    @Test
    void a_yes_to_nothing_is_explained_and_stores_nothing() {
        nobody().formParam("decision", "grant")
                .formParam("retention", "one_year")
                .post(link)
                .then()
                .statusCode(422)
                .body(containsString("Tick at least one use"));
        nobody().formParam("decision", "grant")
                .formParam("scopes", List.of("case_study"))
                .post(link)
                .then()
                .statusCode(422)
                .body(containsString("Choose for how long"));
        status("asked");
    }

    @Test
    void what_was_not_asked_cannot_be_slipped_in() {
        nobody().contentType("application/json")
                .body(Map.of("decision", "grant", "scopes", List.of("named_reference"), "retention", "one_year"))
                .post(link)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/scope-not-asked"));
        status("asked");
    }

    @Test
    void a_no_is_a_no_and_may_become_a_yes_by_the_customer_alone() {
        nobody().formParam("decision", "decline").post(link).then().statusCode(303);
        status("declined");
        as("agent")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-declined"));
        nobody().contentType("application/json")
                .body(Map.of("decision", "grant", "scopes", List.of("aggregate_quote"), "retention", "six_months"))
                .post(link)
                .then()
                .statusCode(200)
                .body("event.state", equalTo("granted"));
        status("granted");
    }

    @Test
    void the_page_speaks_the_readers_language() {
        nobody().get(link + "?lang=de")
                .then()
                .body(containsString("<html lang=\"de\">"))
                .body(containsString("Dürfen wir anderen davon erzählen?"));
        nobody().header("Accept-Language", "de-CH,de;q=0.9")
                .get("/consent/" + "x".repeat(43))
                .then()
                .statusCode(404)
                .body(containsString("Dieser Link funktioniert nicht."));
    }

    @Test
    void a_guessed_link_leads_nowhere() {
        nobody().get("/consent/" + "A".repeat(43)).then().statusCode(404).header("Referrer-Policy", "no-referrer");
        nobody().formParam("decision", "grant")
                .post("/consent/" + "A".repeat(43))
                .then()
                .statusCode(404);
        nobody().get("/consent/short").then().statusCode(404);
        assertThat(nobody().get("/consent/" + "A".repeat(43) + "/receipt").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nonsense_is_refused_politely() {
        nobody().formParam("decision", "perhaps").post(link).then().statusCode(400);
        nobody().contentType("application/json")
                .body("{\"decision\":7}")
                .post(link)
                .then()
                .statusCode(400);
        nobody().contentType("application/json").body("[]").post(link).then().statusCode(400);
        nobody().contentType("text/plain").body("grant").post(link).then().statusCode(415);
        status("asked");
    }
}
