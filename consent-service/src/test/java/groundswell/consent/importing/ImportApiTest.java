package groundswell.consent.importing;

import static groundswell.consent.live.People.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import groundswell.consent.live.Live;
import groundswell.consent.live.TicketFeed;
import groundswell.consent.live.TicketFeed.Told;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@Live
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportApiTest {
    @Inject
    TicketFeed feed;

    Told known() {
        return feed.resolvedTicket("Ada Byrd", "ada@mill.example", "Mill & Co", "Late", "It came late.", "Sorry.");
    }

    static String line(Told t, String status, String scope, String when) {
        return "{\"source\":\"%s\",\"externalId\":\"%s\",\"status\":\"%s\",\"scope\":\"%s\",\"when\":\"%s\",\"how\":\"complaint-form\"}\n"
                .formatted(t.source(), t.externalId(), status, scope, when);
    }

    static void ticketIs(Told t, String status) {
        Awaitility.await()
                .untilAsserted(() -> as("pr").get("/api/consents?ticket=" + t.ticketId())
                        .then()
                        .body("items[0].status", equalTo(status)));
    }

    @Test
    void answers_of_the_past_land_on_their_tickets_and_twice_changes_nothing() {
        var yes = known();
        var no = known();
        var body = line(yes, "granted", "case_study", "2019-03-01") + line(no, "declined", "", "2019-03-02T10:00:00Z");
        as("integrator")
                .contentType("application/x-ndjson")
                .body(body.getBytes(UTF_8))
                .post("/api/consents/import")
                .then()
                .statusCode(200)
                .body("received", equalTo(2))
                .body("noted", equalTo(2))
                .body("errors", hasSize(0));
        ticketIs(yes, "granted");
        ticketIs(no, "declined");
        as("pr").get("/api/consents?ticket=" + yes.ticketId())
                .then()
                .body("items[0].scopes", contains("case_study"))
                .body("items[0].channel", equalTo("import"))
                .body("items[0].askedAt", equalTo("2019-03-01T00:00:00Z"));
        as("integrator")
                .contentType("application/x-ndjson")
                .body(body.getBytes(UTF_8))
                .post("/api/consents/import")
                .then()
                .statusCode(200)
                .body("noted", equalTo(0));
        String requestId =
                as("pr").get("/api/consents?ticket=" + yes.ticketId()).path("items[0].requestId");
        as("pr").get("/api/consents/" + requestId).then().body("record.what", contains("asked", "granted"));
    }

    @Test
    void a_row_that_comes_before_its_ticket_waits_and_is_not_lost() {
        var later = feed.told("crm", "C-" + UUID.randomUUID());
        as("integrator")
                .contentType("application/x-ndjson")
                .body(line(later, "granted", "aggregate_quote", "2019-03-01").getBytes(UTF_8))
                .post("/api/consents/import")
                .then()
                .statusCode(200)
                .body("noted", equalTo(1));
        ticketIs(later, "not_asked");
        feed.ticket(later, "Ben Oak", "ben@oak.example", "Oak", "Wrong size", "It is the wrong size.");
        ticketIs(later, "granted");
    }

    @Test
    void a_withdrawal_told_later_counts_and_no_import_undoes_it() {
        var t = known();
        var rows = line(t, "withdrawn", "", "2019-05-01") + line(t, "granted", "case_study", "2019-03-01");
        as("integrator")
                .contentType("application/x-ndjson")
                .body(rows.getBytes(UTF_8))
                .post("/api/consents/import");
        ticketIs(t, "withdrawn");
        as("integrator")
                .contentType("application/x-ndjson")
                .body(line(t, "granted", "case_study", "2019-06-01").getBytes(UTF_8))
                .post("/api/consents/import")
                .then()
                .statusCode(200);
        ticketIs(t, "withdrawn");
    }

    @Test
    void csv_and_a_json_array_are_read_too() {
        var a = known();
        var b = known();
        as("lead")
                .contentType("text/csv")
                .body(
                        "source,externalId,status,scope,when,how\n%s,%s,granted,aggregate_quote|case_study,2019-03-01,form\n"
                                .formatted(a.source(), a.externalId()))
                .post("/api/consents/import")
                .then()
                .statusCode(200)
                .body("noted", equalTo(1));
        as("lead")
                .body(
                        "[{\"source\":\"%s\",\"externalId\":\"%s\",\"status\":\"granted\",\"scopes\":[\"case_study\"],\"when\":\"2019-03-01\",\"how\":\"form\"}]"
                                .formatted(b.source(), b.externalId()))
                .post("/api/consents/import")
                .then()
                .statusCode(200)
                .body("noted", equalTo(1));
        ticketIs(a, "granted");
        ticketIs(b, "granted");
    }

    @Test
    void each_bad_row_is_named_and_the_good_ones_are_taken() {
        var good = known();
        var body = "not json\n"
                + "{\"source\":\"crm\",\"externalId\":\"X\",\"status\":\"maybe\",\"when\":\"2019-03-01\",\"how\":\"form\"}\n"
                + "{\"source\":\"crm\",\"externalId\":\"X\",\"status\":\"granted\",\"when\":\"2999-03-01\",\"how\":\"she"
                + " told me so\"}\n"
                + line(good, "granted", "case_study", "2019-03-01");
        as("integrator")
                .contentType("application/x-ndjson")
                .body(body.getBytes(UTF_8))
                .post("/api/consents/import")
                .then()
                .statusCode(200)
                .body("received", equalTo(4))
                .body("noted", equalTo(1))
                .body("errors.row", contains(1, 2, 3, 3, 3))
                .body("errors.field", contains("row", "status", "when", "how", "scope"));
        ticketIs(good, "granted");
    }

    @Test
    void who_may_not_import_is_told_so() {
        as("pr").body("[]").post("/api/consents/import").then().statusCode(403);
        as("lead").body("{}").post("/api/consents/import").then().statusCode(400);
        as("lead")
                .contentType("text/plain")
                .body("x")
                .post("/api/consents/import")
                .then()
                .statusCode(415);
    }
}
