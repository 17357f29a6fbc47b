package groundswell.ticket.api;

import static groundswell.ticket.api.Client.ticket;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import groundswell.ticket.http.FromClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent: a problem that says what to do, nothing stored, no stack trace, and none of it in a log. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputApiTest {
    static final String CANARY = "canary-7f3a";

    final Client crm = Client.as("integrator");
    final StringBuffer logged = new StringBuffer();
    final PatternFormatter words = new PatternFormatter("%s%e"); // the whole message, and the stack with its causes
    final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.append(words.format(record)).append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    DataSource database;

    long before;

    @BeforeEach
    void listen() throws SQLException {
        LogManager.getLogManager().getLogger("").addHandler(ear);
        before = events();
    }

    @AfterEach
    void nothing_is_stored_and_nothing_of_it_is_logged() throws SQLException {
        LogManager.getLogManager().getLogger("").removeHandler(ear);
        assertThat(events()).isEqualTo(before);
        assertThat(logged.toString()).doesNotContain(CANARY);
    }

    static Stream<Arguments> unacceptable() {
        return Stream.of(
                Arguments.of("subject", null, "must not be blank"),
                Arguments.of("subject", "  ", "must not be blank"),
                Arguments.of("subject", CANARY.repeat(30), "size must be"),
                Arguments.of("subject", CANARY + "\nsecond line", "one line"),
                Arguments.of("subject", CANARY + "\u0000", "control characters"),
                Arguments.of("subject", CANARY + "\u202Etxt.exe", "direction overrides"),
                Arguments.of("description", CANARY + "\u0000", "control characters"),
                Arguments.of("description", CANARY + "\u001B[31m", "control characters"),
                Arguments.of("description", CANARY.repeat(6000), "size must be"),
                Arguments.of("channel", CANARY, "must be one of email, chat, web_form, social, phone, api"),
                Arguments.of("channel", null, "must not be null"),
                Arguments.of("priority", "P5", "must be one of P1, P2, P3, P4"),
                Arguments.of("occurredAt", CANARY, "must be a time such as"),
                Arguments.of("occurredAt", "2099-01-01T00:00:00Z", "must not be in the future"),
                Arguments.of("occurredAt", "0000-01-01T00:00:00Z", "from 1970 to 2100"),
                Arguments.of("occurredAt", "-4800-01-01T00:00:00Z", "from 1970 to 2100"),
                Arguments.of("occurredAt", "+999999-01-01T00:00:00Z", "from 1970 to 2100"),
                Arguments.of("externalId", "C-1", "go together"),
                Arguments.of("tags", Collections.nCopies(51, "t"), "size must be"),
                Arguments.of("tags", java.util.List.of("a,b"), "must begin with a letter"),
                Arguments.of("requester", null, "must not be null"),
                Arguments.of("requester", Map.of("name", "x", "email", CANARY), "well-formed"),
                Arguments.of(CANARY, "x", "is not known"));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void a_field_that_is_not_acceptable_is_named(String field, Object value, String message) {
        var ticket = ticket();
        ticket.put(field, value);
        var response = crm.post("/api/tickets", ticket);
        problem(response, 400, "invalid-request");
        response.then()
                .body("errors.field", hasItem(startsWith(field.equals("externalId") ? "source" : field)))
                .body("errors.message", hasItem(containsString(message)));
        if (!field.equals(CANARY)) {
            assertThat(response.asString()).doesNotContain(CANARY);
        }
    }

    @Test
    void html_and_right_to_left_text_are_text() throws SQLException {
        var ticket = ticket();
        ticket.put("subject", "<script>alert(1)</script> \u200Fשלום");
        ticket.put("description", "<img src=x onerror=alert(1)>\r\n\tمرحبا \u202Bx\u202C");
        crm.post("/api/tickets", ticket)
                .then()
                .statusCode(201)
                .contentType(ContentType.JSON)
                .body("subject", is("<script>alert(1)</script> \u200Fשלום"));
        before = events();
    }

    @Test
    void what_is_no_json_is_refused() {
        problem(crm.request().body("{\"subject\": \"" + CANARY).post("/api/tickets"), 400, "malformed-json");
        problem(crm.request().body(CANARY).post("/api/tickets"), 400, "malformed-json");
        problem(crm.request().body("[]").post("/api/tickets"), 400, "invalid-request");
        problem(crm.request().post("/api/tickets"), 400, "invalid-request");
    }

    @Test
    void ten_megabytes_are_refused_announced_or_not() throws IOException, InterruptedException {
        var ticket = ticket();
        ticket.put("description", CANARY.repeat(1_000_000));
        problem(crm.post("/api/tickets", ticket), 413, "too-large");
        assertThat(unannounced(2 << 20)).isEqualTo(413);
    }

    private int unannounced(int bytes) throws IOException, InterruptedException {
        var body = "{\"subject\":\"" + "x".repeat(bytes);
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/tickets"))
                    .header("Authorization", "Bearer " + crm.token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void another_media_type_method_or_address_is_refused() {
        problem(
                given().auth()
                        .oauth2(crm.token())
                        .contentType("text/xml")
                        .body("<a/>")
                        .post("/api/tickets"),
                415,
                "unsupported-media-type");
        problem(crm.request().delete("/api/tickets"), 405, "method-not-allowed");
        problem(crm.get("/api/tickets/1/2/3"), 404, "not-found");
        problem(crm.get("/api/tickets/" + CANARY), 404, "not-found");
    }

    @Test
    void who_is_not_known_is_told_so() {
        problem(given().contentType(ContentType.JSON).body(ticket()).post("/api/tickets"), 401, "not-authenticated");
        problem(Client.expired().post("/api/tickets", ticket()), 401, "not-authenticated");
        problem(new Client(crm.token() + "x").post("/api/tickets", ticket()), 401, "not-authenticated");
        problem(new Client(CANARY).get("/api/tickets"), 401, "not-authenticated");
    }

    @Test
    void a_list_parameter_that_is_not_acceptable_is_named() {
        for (var query : new String[] {
            "status=" + CANARY,
            "status=unopened",
            "priority=P9",
            "channel=fax",
            "requester=x",
            "assignee=x",
            "createdFrom=yesterday",
            "createdTo=%2B999999-01-01T00:00:00Z",
            "updatedFrom=-4800-01-01T00:00:00Z",
            "updatedTo=0000-01-01T00:00:00Z",
            "limit=0",
            "limit=201",
            "limit=x",
            "sort=subject",
            "after=" + CANARY,
            "after=" + cursor("-created|2026-99-99T00:00:00Z|" + UUID.randomUUID()),
            "after=" + cursor("-created|0000-01-01T00:00:00Z|" + UUID.randomUUID()),
            "after=" + cursor("-created|2026-01-01T00:00:00Z|" + "\0".repeat(36)),
            "number=x"
        }) {
            var response = crm.request().urlEncodingEnabled(false).get("/api/tickets?" + query);
            problem(response, 400, "invalid-request");
            response.then().body("errors[0].field", is(query.substring(0, query.indexOf('='))));
        }
    }

    private static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void a_team_and_a_reason_are_codes_and_no_sentences() throws SQLException {
        var path = crm.opened();
        before = events();
        for (var field : java.util.List.of("team", "reason")) {
            var response =
                    Client.as("agent").put(path + "/assignee", Map.of("agentId", Client.ADA, field, CANARY + " Jo"));
            problem(response, 400, "invalid-request");
            response.then().body("errors.field", hasItem(field));
        }
    }

    @Test
    void a_mapping_that_is_no_utf_8_or_names_a_field_twice_is_refused() {
        for (var mapping : new byte[][] {
            "{\"fields\": {\"subject\": \"Gr\u00fc\u00dfe\"}}".getBytes(ISO_8859_1),
            "{\"fields\": {\"requester\": \"{a}\", \"requester.email\": \"{a}\"}}".getBytes(UTF_8)
        }) {
            var sent = given().auth()
                    .oauth2(crm.token())
                    .multiPart("mapping", "mapping.json", mapping, "application/json")
                    .multiPart("file", "a.csv", "a\n1\n".getBytes(UTF_8), "text/csv")
                    .post("/api/imports");
            problem(sent, 400, "invalid-request");
            sent.then().body("errors[0].field", startsWith("mapping"));
        }
    }

    @Test
    void a_sender_who_goes_away_in_the_middle_of_a_file_is_no_fault_of_ours() throws Exception {
        var sender = UUID.randomUUID();
        var told = java.util.logging.Logger.getLogger(FromClient.class.getName());
        told.setLevel(Level.FINE);
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                    + "Content-Length: 5000000\r\nAuthorization: Bearer "
                    + Client.as("integrator", sender).token() + "\r\n\r\n" + CANARY.repeat(100);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().flush();
            await().until(() -> imports(sender) == 1);
        }
        await().until(() -> imports(sender) == 0);
        await().until(() ->
                logged.toString().contains("broke off") || logged.toString().contains("unforeseen"));
        assertThat(logged.toString()).doesNotContain("unforeseen");
        told.setLevel(null);
    }

    private long imports(UUID sender) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from import_job where client = ?")) {
            query.setString(1, sender.toString());
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void a_nul_in_a_list_parameter_is_refused() {
        problem(crm.request().urlEncodingEnabled(false).get("/api/tickets?tag=%00"), 400, "invalid-request");
    }

    @Test
    void a_header_that_is_not_acceptable_is_refused() {
        problem(
                crm.request().header("Idempotency-Key", "a b").body(ticket()).post("/api/tickets"),
                400,
                "bad-idempotency-key");
    }

    private static void problem(Response response, int status, String reason) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + reason))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()));
        assertThat(response.asString()).doesNotContain("groundswell.", "Exception", "\tat ");
    }

    private long events() throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select count(*) from journal_event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
