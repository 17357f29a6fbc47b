package groundswell.ticket.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public form as browsers send it. Every customer here has an address of their own: limits count by it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HelpFormApiTest {
    static final AtomicInteger CUSTOMERS = new AtomicInteger();

    @TestHTTPResource("/")
    URI house;

    @Inject
    DataSource database;

    final String address = "203.0.113." + CUSTOMERS.incrementAndGet();
    final String email = UUID.randomUUID() + "@example.org";
    final Client agent = Client.as("agent");

    @Test
    void what_anybody_writes_becomes_a_ticket_and_the_answer_shows_its_number_and_nothing_else() throws SQLException {
        long before = tickets();
        var sent = send(letter());

        var number = numberIn(sent);
        assertThat(tickets()).isEqualTo(before + 1);
        assertThat(sent.header("Location")).doesNotContain(email).doesNotContain("Robin");
        var ticket = ticketOf(number);
        ticket.then()
                .body("subject", is("Charged twice"))
                .body("channel", is("web_form"))
                .body("requester.name", is("Robin Vale"))
                .body("requester.email", is(email));
        agent.get("/api/tickets/" + ticket.path("id") + "/timeline")
                .then()
                .body("entries[0].actor", is("customer"))
                .body("entries[0].text", is("First line.\n\n  Indented <b>line</b>."));
        given().get("/help/sent/" + number)
                .then()
                .statusCode(200)
                .body(containsString(number), not(containsString("Robin")), not(containsString(email)));
    }

    @Test
    void twenty_copies_of_one_view_open_one_ticket_and_get_the_same_answer() throws Exception {
        var letter = letter();
        var answers = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(() -> send(letter)))
                    .toList();
            for (var each : sent) {
                answers.add(numberIn(each.get()));
            }
        }

        assertThat(answers).hasSize(1);
        var requester = ticketOf(answers.iterator().next()).<String>path("requesterId");
        agent.get("/api/tickets?requester=" + requester).then().body("items", hasSize(1));
    }

    @Test
    void other_words_on_a_view_that_was_sent_already_are_asked_about_and_then_taken() {
        var letter = letter();
        var first = numberIn(send(letter));
        letter.put("description", "And the refund is missing.");

        var asked = send(letter);
        asked.then().statusCode(422).body(containsString("You have sent this page before"));
        letter.put("once", onceIn(asked));
        assertThat(numberIn(send(letter))).isNotEqualTo(first);
    }

    @Test
    void every_view_of_the_form_is_a_new_one() {
        assertThat(onceIn(given().get("/help/new"))).isNotEqualTo(onceIn(given().get("/help/new")));
    }

    @Test
    void mistakes_stand_beside_their_fields_and_what_was_typed_stays() {
        var letter = letter();
        letter.put("email", "robin at vale");
        letter.put("subject", " ");
        letter.put("description", "Tom & <script>alert(1)</script>");

        send(letter)
                .then()
                .statusCode(422)
                .contentType(containsString("text/html"))
                .body(
                        containsString("id=\"email-wrong\">This is not an e-mail address."),
                        containsString("aria-describedby=\"email-wrong\""),
                        containsString("id=\"subject-wrong\">Please say in a few words"),
                        containsString("value=\"robin at vale\""),
                        containsString("value=\"Robin Vale\""),
                        containsString("\nTom &amp; &lt;script&gt;alert(1)&lt;/script&gt;</textarea>"),
                        containsString("value=\"" + letter.get("once") + "\""),
                        not(containsString("<script>alert")),
                        not(containsString("name-wrong")));
    }

    @ParameterizedTest
    @CsvSource({
        "name, 200",
        "subject, 300",
        "description, 65536",
    })
    void a_text_may_be_as_long_as_over_the_API_and_no_longer(String field, int most) throws SQLException {
        var letter = letter();
        letter.put(field, "ж".repeat(most));
        numberIn(send(letter));

        letter = letter();
        letter.put(field, "ж".repeat(most + 1));
        long before = tickets();
        send(letter).then().statusCode(422).body(containsString("id=\"" + field + "-wrong\">This is too long"));
        assertThat(tickets()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"name, 0007", "subject, 202E", "subject, 2066", "description, 0000", "email, 0009"})
    void characters_that_lie_or_cannot_be_shown_are_refused(String field, String code) throws SQLException {
        var letter = letter();
        letter.compute(
                field,
                (_, was) -> was.substring(0, 4) + Character.toString(Integer.parseInt(code, 16)) + was.substring(4));
        long before = tickets();
        send(letter).then().statusCode(422).body(containsString("id=\"" + field + "-wrong\""));
        assertThat(tickets()).isEqualTo(before);
    }

    @Test
    void a_form_that_no_page_of_ours_sent_opens_nothing() throws SQLException {
        long before = tickets();
        for (var headers : List.of(
                Map.of("Origin", "https://elsewhere.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", "https://elsewhere.example", "Sec-Fetch-Site", "cross-site"),
                Map.of("Origin", here(), "Sec-Fetch-Site", "cross-site"),
                Map.of("Origin", here(), "Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://elsewhere.example", "Sec-Fetch-Site", "same-origin"),
                Map.<String, String>of())) {
            browser()
                    .headers(headers)
                    .formParams(letter())
                    .post("/help/new")
                    .then()
                    .statusCode(403)
                    .body(containsString("came from another site"));
        }
        assertThat(tickets()).isEqualTo(before);
    }

    @Test
    void a_browser_that_hides_the_origin_is_believed_when_it_says_that_the_page_was_ours() {
        browser()
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(letter())
                .post("/help/new")
                .then()
                .statusCode(303);
    }

    @Test
    void a_program_that_fills_in_the_hidden_field_stores_nothing_and_a_person_can_send_again() throws SQLException {
        var letter = letter();
        letter.put("website", "https://pills.example");
        long before = tickets();

        var refused = send(letter);
        refused.then().statusCode(422).body(containsString("hidden from people"), not(containsString("pills.example")));
        assertThat(tickets()).isEqualTo(before);
        letter.put("website", "");
        letter.put("once", onceIn(refused));
        numberIn(send(letter));
    }

    @Test
    void a_view_without_its_key_is_shown_again_with_one() throws SQLException {
        var letter = letter();
        letter.remove("once");
        long before = tickets();
        var asked = send(letter);
        asked.then().statusCode(422).body(containsString("send it once more"));
        assertThat(tickets()).isEqualTo(before);
        letter.put("once", onceIn(asked));
        numberIn(send(letter));
    }

    @Test
    void an_address_that_sends_too_much_waits_and_keeps_its_text() {
        var empty = Map.of("description", "still here");
        Response last = send(empty);
        for (int i = 0; i < 60 && last.statusCode() != 429; i++) {
            last = send(empty);
        }
        last.then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body(containsString("still here"));
        given().header("X-Forwarded-For", "192.0.2.200")
                .header("Origin", here())
                .formParams(letter())
                .redirects()
                .follow(false)
                .post("/help/new")
                .then()
                .statusCode(303);
    }

    @Test
    void more_than_a_mebibyte_is_refused() throws SQLException {
        var letter = letter();
        letter.put("description", "x".repeat(1_100_000));
        long before = tickets();
        send(letter).then().statusCode(413);
        assertThat(tickets()).isEqualTo(before);
    }

    @Test
    void the_pages_forbid_foreign_scripts_frames_and_copies() {
        for (var path : List.of("/help/new", "/help/sent/TKT-100123")) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .header(
                            "Content-Security-Policy",
                            allOf(containsString("default-src 'self'"), containsString("frame-ancestors 'none'")))
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff");
        }
        given().get("/help/sent/TKT-1<b>").then().statusCode(404);
        given().get("/help/sent/0").then().statusCode(404);
    }

    @Test
    void an_API_program_still_needs_a_token() {
        given().contentType("application/json")
                .body(Client.ticket())
                .post("/api/tickets")
                .then()
                .statusCode(401);
    }

    private Map<String, String> letter() {
        return new HashMap<>(Map.of(
                "name", "Robin Vale",
                "email", email,
                "subject", "Charged twice",
                "description", "First line.\r\n\r\n  Indented <b>line</b>.",
                "once", UUID.randomUUID().toString(),
                "website", ""));
    }

    private Response send(Map<String, String> letter) {
        return browser().header("Origin", here()).formParams(letter).post("/help/new");
    }

    private RequestSpecification browser() {
        return given().header("X-Forwarded-For", address)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }

    private String here() {
        return house.toString().replaceFirst("/$", "");
    }

    private static String numberIn(Response answer) {
        answer.then().statusCode(303).header("Location", matchesPattern("(http://[^/]+)?/help/sent/TKT-\\d{6,}"));
        return answer.header("Location").replaceFirst(".*/", "");
    }

    private static String onceIn(Response page) {
        return page.asString().replaceFirst("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
    }

    private Response ticketOf(String number) {
        var id = agent.get("/api/tickets?number=" + number).<String>path("items[0].id");
        return agent.get("/api/tickets/" + id);
    }

    private long tickets() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from journal_event where type like '%.opened.v1'");
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
