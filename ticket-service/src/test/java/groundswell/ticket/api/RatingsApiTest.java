package groundswell.ticket.api;

import static groundswell.ticket.api.Client.ADA;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import groundswell.ticket.rating.Rateable;
import groundswell.ticket.rating.RatingLinks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a resolution to what its customer thinks of it. Every customer here has an address of their own: limits count by it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RatingsApiTest {
    static final AtomicInteger CUSTOMERS = new AtomicInteger();

    final String address = "198.51.100." + CUSTOMERS.incrementAndGet();
    final Client mailer = Client.as("integrator");
    final Client agent = Client.as("agent");

    @Inject
    RatingLinks links;

    @Test
    void a_customer_rates_a_resolution_with_a_comment_that_only_readers_of_words_see() {
        var ticket = resolved();
        var link = link(ticket);

        given().get(link)
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .body(
                        containsString("How did we do?"),
                        not(containsString("Charged twice")),
                        not(containsString("Jo")));
        sent(link, "4", "Quick, but <b>two</b> tries.");

        agent.get(ticket)
                .then()
                .body("status", is("resolved"))
                .body("resolution.rating.score", is(4))
                .body("resolution.rating.at", notNullValue());
        agent.get(ticket + "/timeline")
                .then()
                .body("entries.last().what", is("rated"))
                .body("entries.last().actor", is("customer"))
                .body("entries.last().text", is("Quick, but <b>two</b> tries."))
                .body("entries.last().details.score", is(4))
                .body("entries.last().details.agentId", is(ADA.toString()));
        Client.as("pr")
                .get(ticket + "/timeline")
                .then()
                .body("entries.last().details.score", is(4))
                .body("entries.last().text", nullValue());
        given().get(link).then().body(containsString("4 of 5, good"), not(containsString("Quick")));
    }

    @Test
    void opening_the_link_rates_nothing_whatever_it_proposes() {
        var ticket = resolved();
        given().get(link(ticket) + "?score=5").then().statusCode(200).body(containsString("value=\"5\" required"));
        given().get(link(ticket) + "?score=5").then().body(matchesPattern("(?s).*value=\"5\"[^>]* checked.*"));
        given().get(link(ticket) + "?score=<b>").then().statusCode(200).body(not(containsString(" checked")));
        agent.get(ticket).then().body("resolution.rating", nullValue());
    }

    @Test
    void there_is_one_link_for_a_resolution_and_those_who_are_rated_do_not_get_it() {
        var ticket = mailer.opened();
        mailer.get(ticket + "/rating-link").then().statusCode(409).body("type", is("/problems/not-resolved"));
        resolve(ticket);
        var link = link(ticket);
        assertThat(link(ticket)).isEqualTo(link);
        Client.as("lead")
                .get(ticket + "/rating-link")
                .then()
                .header("Cache-Control", containsString("no-store"))
                .body("link", is(link));
        agent.get(ticket + "/rating-link").then().statusCode(403);
        Client.as("pr").get(ticket + "/rating-link").then().statusCode(403);
        given().get(ticket + "/rating-link").then().statusCode(401);
        mailer.get("/api/tickets/" + UUID.randomUUID() + "/rating-link").then().statusCode(404);
    }

    @Test
    void a_reopening_voids_link_and_rating_and_the_next_resolution_has_its_own() {
        var ticket = resolved();
        var first = link(ticket);
        sent(first, "5", "");
        mailer.post(ticket + "/customer-messages", Map.of("body", "It is back."))
                .then()
                .statusCode(201)
                .body("status", is("open"));

        dead(given().get(first), "opened again");
        dead(rate(first, "1", "late"), "opened again");
        agent.get(ticket).then().body("resolution", nullValue());

        resolve(ticket);
        agent.get(ticket).then().body("resolution.rating", nullValue());
        dead(rate(first, "1", "late"), "opened again");
        sent(link(ticket), "2", "");
        agent.get(ticket).then().body("resolution.rating.score", is(2));
        agent.get(ticket + "/timeline")
                .then()
                .body("entries.findAll { it.what == 'rated' }.details.cycle", contains(0, 1));
    }

    @Test
    void a_closed_ticket_is_rated_too_and_a_mind_may_be_changed() {
        var ticket = resolved();
        agent.put(ticket + "/closure", "*", Map.of("how", "confirmed")).then().statusCode(200);
        var link = link(ticket);
        sent(link, "2", "");
        sent(link, "3", "On second thought.");
        agent.get(ticket).then().body("status", is("closed")).body("resolution.rating.score", is(3));
    }

    @Test
    void twenty_copies_of_one_view_rate_once_and_other_words_from_it_are_a_change() throws Exception {
        var ticket = resolved();
        var link = link(ticket);
        var once = UUID.randomUUID().toString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var copies = IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(() -> rate(link, once, "4", "Fine.")))
                    .toList();
            for (var copy : copies) {
                assertThat(copy.get().statusCode()).isIn(303, 503); // 503: the first copy is still being written
            }
        }
        await().until(() -> rate(link, once, "4", "Fine.").statusCode() == 303);
        agent.get(ticket + "/timeline").then().body("entries.findAll { it.what == 'rated' }", hasSize(1));

        rate(link, once, "5", "Fine.").then().statusCode(303);
        agent.get(ticket).then().body("resolution.rating.score", is(5));
    }

    @Test
    void what_cannot_be_taken_is_said_keeps_what_was_typed_and_leaves_nothing_behind() {
        var ticket = resolved();
        var link = link(ticket);
        rate(link, "", "My words")
                .then()
                .statusCode(422)
                .body(containsString("choose one"), containsString("My words"));
        rate(link, "6", "").then().statusCode(422);
        rate(link, "4", "ж".repeat(4_001)).then().statusCode(422).body(containsString("4,000"));
        rate(link, "4", "bell\u0007").then().statusCode(422);
        rate(link, "4", "<script>alert(1)</script>\u0000")
                .then()
                .statusCode(422)
                .body(not(containsString("<script>alert")));
        agent.get(ticket).then().body("version", is(2)).body("resolution.rating", nullValue());
        sent(link, "4", "ж".repeat(4_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "..", "a%00b"})
    void a_link_that_we_never_made_leads_nowhere(String token) {
        given().urlEncodingEnabled(false).get("/rate/" + token).then().statusCode(404);
        given().urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded")
                .body("score=5")
                .post("/rate/" + token)
                .then()
                .statusCode(anyOf(is(404), is(405)));
    }

    @Test
    void an_address_that_sends_too_much_waits() {
        var link = link(resolved());
        var last = rate(link, "", "still here");
        for (int i = 0; i < 60 && last.statusCode() != 429; i++) {
            last = rate(link, "", "still here");
        }
        last.then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body(containsString("still here"));
    }

    @Test
    void ratings_come_in_with_a_file_and_after_thirty_days_no_link_leads_to_them() {
        var source = UUID.randomUUID().toString();
        var opened = Instant.parse("2026-01-12T09:12:00Z");
        var row = """
                {"source":"%s","externalId":"1","number":77011,"occurredAt":"%s","subject":"S","description":"D","channel":"email",\
                "requester":{"name":"P","email":"%s@example.org"},"steps":[\
                {"do":"resolve","at":"%s","agentId":"%s","code":"fixed","productArea":"a","issueType":"b"},\
                {"do":"rate","at":"%s","score":1,"comment":"Too slow."}]}
                """.formatted(
                        source, opened, source, opened.plus(Duration.ofHours(1)), ADA, opened.plus(Duration.ofDays(2)));
        var refused = row.replace("\"externalId\":\"1\",\"number\":77011", "\"externalId\":\"2\"")
                .replace("\"score\":1", "\"score\":6");
        var report = imported(row + refused);
        report.then().body("rows.refused", is(1)).body("errors.field", contains("steps[1].score"));

        var ticket = mailer.get("/api/tickets?number=TKT-77011");
        var id = UUID.fromString(ticket.path("items[0].id"));
        agent.get("/api/tickets/" + id).then().body("resolution.rating.score", is(1));
        agent.get("/api/tickets/" + id + "/timeline").then().body("entries.last().text", is("Too slow."));
        mailer.get("/api/tickets/" + id + "/rating-link")
                .then()
                .statusCode(409)
                .body("type", is("/problems/rating-expired"));
        var link = links.pathTo(new Rateable(id, 0));
        dead(given().get(link), "run out");
        dead(rate(link, "5", ""), "run out");
        agent.get("/api/tickets/" + id).then().body("resolution.rating.score", is(1));
    }

    private String resolved() {
        var ticket = mailer.opened();
        resolve(ticket);
        return ticket;
    }

    private void resolve(String ticket) {
        agent.put(ticket + "/resolution", "*", LifeApiTest.FIXED).then().statusCode(200);
    }

    private String link(String ticket) {
        var answer = mailer.get(ticket + "/rating-link");
        answer.then().statusCode(200).body("link", matchesPattern("/rate/[A-Za-z0-9_-]{48}"));
        return answer.path("link");
    }

    private void sent(String link, String score, String comment) {
        rate(link, score, comment).then().statusCode(303).header("Location", endsWith(link));
    }

    private Response rate(String link, String score, String comment) {
        return rate(link, UUID.randomUUID().toString(), score, comment);
    }

    /** As a page without a referrer sends its form. */
    private Response rate(String link, String once, String score, String comment) {
        return given().header("X-Forwarded-For", address)
                .header("Origin", "null")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParams(Map.of("once", once, "score", score, "comment", comment))
                .post(link);
    }

    private static void dead(Response answer, String why) {
        answer.then().statusCode(410).contentType(containsString("text/html")).body(containsString(why));
    }

    private Response imported(String file) {
        var sent = given().auth()
                .oauth2(mailer.token())
                .contentType("application/x-ndjson")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/imports");
        sent.then().statusCode(202);
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> mailer.get(sent.header("Location")), seen -> "finished".equals(seen.path("state")));
    }
}
