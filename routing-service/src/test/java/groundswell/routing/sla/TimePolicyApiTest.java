package groundswell.routing.sla;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The promises, as people change them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimePolicyApiTest {
    static final String POLICY = "/api/routing/time-policy";

    @Inject
    TicketFeed tickets;

    private static Response now() {
        return as("ops").get(POLICY).then().statusCode(200).extract().response();
    }

    private static Map<String, Object> body(Response policy) {
        Map<String, Object> body = new HashMap<>(policy.jsonPath().getMap(""));
        body.remove("version");
        return body;
    }

    private static Response put(Map<String, Object> body) {
        return as("ops").header("If-Match", now().header("ETag")).body(body).put(POLICY);
    }

    @Test
    void an_open_ticket_keeps_what_it_was_promised_and_the_next_one_gets_the_new_promise() {
        var before = body(now());
        var opened = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofMinutes(1));
        var old = tickets.open(
                saying("Help", "x").tagged("billing").priority("P1").openedAt(opened));
        await().untilAsserted(() -> assertThat(due(old, "first_reply")).isNotNull());
        var promised = due(old, "first_reply");

        var level = Map.of("name", "All", "targets", Map.of("P1", Map.of("calendar", "always", "firstReply", 7)));
        var changed = put(Map.of("calendars", List.of(), "levels", List.of(level), "note", "Faster"));
        try {
            assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
            var later = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
            var next = tickets.open(
                    saying("Help", "x").tagged("billing").priority("P1").openedAt(later));
            await().untilAsserted(() -> assertThat(due(next, "first_reply")).isNotNull());
            assertThat(Duration.between(later, Instant.parse(due(next, "first_reply"))))
                    .isEqualTo(Duration.ofMinutes(7));
            tickets.happened(old, "noted", Instant.now());
            tickets.happened(old, "started", Instant.now());
            assertThat(due(old, "first_reply")).isEqualTo(promised);
            as("product")
                    .get(POLICY + "/versions")
                    .then()
                    .statusCode(200)
                    .body("[0].note", equalTo("Faster"))
                    .body("[0].by", containsString("agent:"));
        } finally {
            put(before).then().statusCode(200);
        }
    }

    @Test
    void a_change_of_what_was_not_seen_is_refused() {
        var body = body(now());
        as("ops").body(body).put(POLICY).then().statusCode(428);
        as("ops").header("If-Match", "\"9999\"").body(body).put(POLICY).then().statusCode(412);
        as("agent").header("If-Match", "\"1\"").body(body).put(POLICY).then().statusCode(403);
    }

    @Test
    void nonsense_is_refused_with_the_field_that_is_wrong() {
        wrong(Map.of("calendars", List.of(), "levels", List.of()), "levels");
        wrong(policy("always", calendar("b", "Mars/Base", "09:00", "17:00")), "timeZone");
        wrong(policy("nowhere", calendar("b", "UTC", "09:00", "17:00")), "calendar");
        wrong(policy("always", calendar("always", "UTC", "09:00", "17:00")), "code");
        wrong(policy("always", calendar("b", "UTC", "25:00", "17:00")), "from");
        wrong(policy("always", calendar("b", "UTC", "09:00", "09:01")), "hours");
        wrong(
                Map.of(
                        "calendars",
                        List.of(),
                        "levels",
                        List.of(Map.of("name", "x", "targets", Map.of("P9", Map.of("calendar", "always"))))),
                "targets");
        wrong(
                Map.of(
                        "calendars",
                        List.of(),
                        "levels",
                        List.of(Map.of("name", "x", "targets", Map.of("P1", Map.of("calendar", "always", "team", 0))))),
                "team");
    }

    private static Map<String, Object> policy(String calendar, Map<String, Object> known) {
        var level = Map.of("name", "x", "targets", Map.of("P1", Map.of("calendar", calendar, "team", 5)));
        return Map.of("calendars", List.of(known), "levels", List.of(level));
    }

    private static Map<String, Object> calendar(String code, String zone, String from, String to) {
        var shift = Map.of("days", List.of("mon"), "from", from, "to", to);
        return Map.of("code", code, "name", "B", "timeZone", zone, "hours", List.of(shift));
    }

    private static void wrong(Map<String, Object> body, String field) {
        put(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", containsString(field));
    }

    @Test
    void holidays_come_from_an_icalendar_file_after_a_look() {
        var before = body(now());
        var year = LocalDate.now(java.time.ZoneOffset.UTC).getYear();
        var file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:" + year
                + "1225\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Christmas\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:" + year
                + "0101T100000Z\r\nSUMMARY:Meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var path = POLICY + "/calendars/business/holidays";
        calendar(file)
                .queryParam("dryRun", true)
                .put(path)
                .then()
                .statusCode(200)
                .body("holidays.size()", greaterThan(3))
                .body("holidays[0].name", is("Christmas"))
                .body("skipped", is(1));
        now().then().body("calendars[0].holidays", hasSize(0));
        calendar(file).put(path).then().statusCode(428);
        try {
            calendar(file)
                    .header("If-Match", now().header("ETag"))
                    .put(path)
                    .then()
                    .statusCode(200);
            now().then().body("calendars[0].holidays.size()", greaterThan(3));
        } finally {
            put(before).then().statusCode(200);
        }
        calendar("<html>")
                .header("If-Match", now().header("ETag"))
                .put(path)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        calendar("x".repeat(1_100_000)).put(path).then().statusCode(400);
        calendar(file)
                .header("If-Match", now().header("ETag"))
                .put(POLICY + "/calendars/none/holidays")
                .then()
                .statusCode(404);
    }

    private static RequestSpecification calendar(String file) {
        return given().auth()
                .oauth2(Tokens.of("ops"))
                .contentType("text/calendar")
                .body(file);
    }

    private static @org.jspecify.annotations.Nullable String due(UUID ticket, String target) {
        var answer = as("agent").get("/api/routing/targets/" + ticket);
        return answer.statusCode() == 200
                ? answer.jsonPath().getString("find { it.target == '" + target + "' }.dueAt")
                : null;
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
