package groundswell.ticket.api;

import static groundswell.ticket.api.Client.ADA;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import groundswell.journal.seal.SubjectKeys;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.File;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportsApiTest {
    /** TKT-4821, the sample ticket, as another system would hand it over. */
    static final String SAMPLE = """
            {"source":"seeds","externalId":"4821","number":4821,"occurredAt":"2026-01-12T09:12:00Z","subject":"Charged twice",\
            "description":"We were charged twice in January.","channel":"email","requester":{"name":"Jo Doe","email":"jo@example.org"},\
            "steps":[{"do":"assign","at":"2026-01-12T09:18:00Z","team":"revenue","agentId":"%1$s"},\
            {"do":"reply","at":"2026-01-12T09:47:00Z","agentId":"%1$s","body":"Which invoice?","thenPause":true},\
            {"do":"customer-reply","at":"2026-01-12T11:03:00Z","body":"January."},\
            {"do":"resolve","at":"2026-01-12T11:31:00Z","agentId":"%1$s","code":"fixed","productArea":"billing","issueType":"double_charge"}]}
            """.formatted(ADA);

    final Client crm = Client.as("integrator");

    @Inject
    DataSource database;

    @Inject
    SubjectKeys keys;

    @Test
    void the_sample_ticket_comes_in_whole_with_its_number_and_tells_its_times() {
        finished(lines(SAMPLE, false)).then().body("rows.read", is(1)).body("rows.refused", is(0));

        var found = crm.get("/api/tickets?number=TKT-4821");
        found.then().body("items[0].imported", is(true)).body("items[0].createdAt", is("2026-01-12T09:12:00Z"));
        crm.get("/api/tickets/" + found.path("items[0].id") + "/timeline")
                .then()
                .body("number", is("TKT-4821"))
                .body("entries[0].at", is("2026-01-12T09:12:00Z"))
                .body("times.firstAssignmentMinutes", is(6))
                .body("times.firstReplyMinutes", is(35))
                .body("times.resolutionMinutes", is(139))
                .body("times.agentMinutes", is(63));
    }

    @Test
    void a_file_that_is_sent_again_continues_where_it_was_and_doubles_nothing() {
        var source = UUID.randomUUID().toString();
        var half = rows(source, 0, 300);
        finished(lines(half, false)).then().body("rows.opened", is(300));

        finished(lines(half + rows(source, 300, 700), false))
                .then()
                .body("rows.read", is(700))
                .body("rows.opened", is(400))
                .body("rows.existing", is(300))
                .body("errors", empty());
    }

    @Test
    void faulty_rows_are_told_one_by_one_and_the_others_come_in() {
        var source = UUID.randomUUID().toString();
        var file = rows(source, 0, 1)
                + "not json\n"
                + rows(source, 1, 2).replace("\"channel\":\"email\"", "\"channel\":\"fax\"")
                + rows(source, 2, 3).replace("\"occurredAt\"", "\"happened\"")
                + rows(source, 3, 4)
                        .replace(
                                "}\n",
                                ",\"steps\":[{\"do\":\"close\",\"how\":\"agent\",\"at\":\"2026-01-13T00:00:00Z\"}]}\n")
                + rows(source, 4, 5).replace("\"externalId\":\"4\"", "\"number\":5,\"externalId\":\"\"")
                + rows(source, 5, 6);

        finished(lines(file, false))
                .then()
                .body("rows.read", is(7))
                .body("rows.opened", is(2))
                .body("rows.refused", is(5))
                .body("errors.row", contains(2, 3, 4, 5, 6))
                .body("errors.field", contains(null, "channel", "happened", "steps", "externalId"))
                .body("errors[1].message", containsString("web_form"))
                .body("errors[3].message", is("The ticket is not resolved"));
    }

    @Test
    void a_row_that_nobody_thought_of_is_refused_and_the_import_ends() {
        var source = UUID.randomUUID().toString();
        var file = rows(source, 0, 1).replace("}}\n", "},\"steps\":[null]}\n")
                + rows(source, 1, 2).replace("2026-01-12", "0000-01-01")
                + rows(source, 2, 3).replace("\"subject\"", "\"nul\\u0000\":1,\"subject\"")
                + rows(source, 3, 4);

        finished(lines(file, false))
                .then()
                .body("rows.opened", is(1))
                .body("rows.refused", is(3))
                .body("errors.field", contains("steps[0]", "occurredAt", "nul?"));
    }

    @Test
    void a_requester_who_was_erased_since_is_a_new_person() throws SQLException {
        var source = UUID.randomUUID().toString();
        finished(lines(rows(source, 0, 1).replace("p0@", source + "@"), false))
                .then()
                .body("rows.opened", is(1));
        var before = requester(source, 0);
        try (var connection = database.getConnection()) {
            keys.erase(connection, before);
            keys.forget(before);
        }

        finished(lines(rows(source, 1, 2).replace("p1@", source + "@"), false))
                .then()
                .body("rows.opened", is(1));

        assertThat(requester(source, 1)).isNotEqualTo(before);
    }

    private UUID requester(String source, int externalId) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select state -> 'opening' ->> 'requesterId' from journal_stream"
                                + " where state -> 'opening' ->> 'source' = ? and state -> 'opening' ->> 'externalId' = ?")) {
            query.setString(1, source);
            query.setString(2, Integer.toString(externalId));
            var row = query.executeQuery();
            row.next();
            return UUID.fromString(row.getString(1));
        }
    }

    @Test
    void a_row_that_was_refused_does_not_make_the_next_one_a_repeat() {
        var source = UUID.randomUUID().toString();
        var file = rows(source, 0, 1)
                        .replace(
                                "}\n",
                                ",\"steps\":[{\"do\":\"close\",\"how\":\"agent\",\"at\":\"2026-01-13T00:00:00Z\"}]}\n")
                + rows(source, 50, 51).replace("2026-01-12", "2026-01-14").replace("\"channel\"", tagged(source))
                + rows(source, 100, 101).replace("2026-01-12", "2026-01-15").replace("\"channel\"", tagged(source));

        finished(lines(file.replace("p0@", source + "@"), false))
                .then()
                .body("rows.opened", is(2))
                .body("rows.refused", is(1));

        crm.get("/api/tickets?sort=created&tag=" + source)
                .then()
                .body("items.history", contains("first", "repeat"))
                .body("items.earlierTickets", contains(0, 1));
    }

    private static String tagged(String tag) {
        return "\"tags\":[\"%s\"],\"channel\"".formatted(tag);
    }

    @Test
    void a_row_of_a_table_that_is_too_long_is_refused_and_the_rest_comes_in() {
        var source = UUID.randomUUID().toString();
        var mapping = """
                {"fields": {"source": "%s", "externalId": "{id}", "subject": "{what}", "description": "{what}", "channel": "email",
                "occurredAt": "2026-01-12T09:12:00Z", "requester.name": "{who}", "requester.email": "{who}@example.org"}}
                """.formatted(source);
        var csv = "id,what,who\n1,one,ada\n2,two,ben,surplus\n3,\"three\"x,cleo\n4,four,dan,\n";
        var sent = given().auth()
                .oauth2(crm.token())
                .multiPart("mapping", "m.json", mapping.getBytes(UTF_8), "application/json")
                .multiPart("file", "t.csv", csv.getBytes(UTF_8), "text/csv")
                .post("/api/imports");

        finished(sent)
                .then()
                .body("rows.opened", is(2))
                .body("rows.refused", is(2))
                .body("errors.row", contains(2, 3))
                .body("errors[0].message", is("has 4 values where the first line has 3"));
    }

    @Test
    void a_number_belongs_to_one_ticket() {
        var source = UUID.randomUUID().toString();
        var file = rows(source, 0, 1).replace("\"externalId\"", "\"number\":77,\"externalId\"")
                + rows(source, 1, 2).replace("\"externalId\"", "\"number\":77,\"externalId\"");

        finished(lines(file, false))
                .then()
                .body("rows.refused", is(1))
                .body("errors[0].message", is("belongs to another ticket"));
    }

    @Test
    void a_dry_run_says_what_would_happen_and_opens_nothing() {
        var source = UUID.randomUUID().toString();
        finished(lines(rows(source, 0, 3) + "{}\n", true))
                .then()
                .body("dryRun", is(true))
                .body("rows.opened", is(3))
                .body("rows.refused", is(1));

        finished(lines(rows(source, 0, 3), false)).then().body("rows.opened", is(3));
    }

    @Test
    void a_table_comes_in_by_its_mapping() {
        var csv = """
                Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company,State,Tags,Submitted via,Complaint ID
                2020/3/18,"Cards, loans",Credit card,Closing an account,,"They closed it.
                I asked \"\"why?\"\"\",ACME,FL,"Older American, Servicemember",Web,9000001
                2019/12/1,Mortgage,,Payments,Late,,ACME,,,Fax,9000002
                2019/13/1,Mortgage,,Payments,Late,,ACME,,,Fax,9000003
                """;
        var sent = given().auth()
                .oauth2(crm.token())
                .multiPart("mapping", new File("../deploy/examples/cfpb-mapping.json"), "application/json")
                .multiPart("file", "complaints.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/api/imports");

        finished(sent)
                .then()
                .body("rows.opened", is(2))
                .body("rows.refused", is(1))
                .body("errors[0].field", is("occurredAt"));
        crm.get("/api/tickets?tag=Servicemember&tag=Older American")
                .then()
                .body("items[0].subject", is("Closing an account"))
                .body("items[0].channel", is("web_form"))
                .body("items[0].requester.name", is("Consumer 9000001"))
                .body("items[0].requester.email", is("9000001@cfpb.invalid"))
                .body("items[0].productArea", is("Cards, loans"))
                .body("items[0].createdAt", is("2020-03-18T04:00:00Z"))
                .body("items[0].customFields.company", is("ACME"));
    }

    @Test
    void a_table_may_say_which_tickets_a_machine_wrote() {
        var mapping = """
                {"fields": {"subject": "{Subject}", "description": "{Subject}", "channel": "email", "source": "robots-%1$s",
                  "externalId": "{Id}", "occurredAt": "{At}", "requester.name": "Jo", "requester.email": "jo-%1$s@example.org",
                  "automatic": {"from": "{By}", "codes": {"robot": true}, "otherwise": false}}}""".formatted(UUID.randomUUID());
        var csv = """
                Id,Subject,At,By
                1,Disk is full,2026-01-12T09:00:00Z,robot
                2,I cannot log in,2026-01-12T09:01:00Z,person
                """;

        var sent = given().auth()
                .oauth2(crm.token())
                .multiPart("mapping", "mapping.json", mapping.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .multiPart("file", "tickets.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/api/imports");

        finished(sent).then().body("rows.opened", is(2));
        crm.get("/api/tickets?createdFrom=2026-01-12T09:00:00Z&createdTo=2026-01-12T09:02:00Z&sort=created")
                .then()
                .body(
                        "items.findAll { it.externalId == '1' && it.subject == 'Disk is full' }.automatic",
                        is(List.of(true)))
                .body(
                        "items.findAll { it.externalId == '2' && it.subject == 'I cannot log in' }.automatic",
                        is(List.of(false)));
    }

    @Test
    void a_mapping_of_another_table_fails_with_the_missing_column() {
        var sent = given().auth()
                .oauth2(crm.token())
                .multiPart("mapping", new File("../deploy/examples/cfpb-mapping.json"), "application/json")
                .multiPart(
                        "file", "other.csv", "a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/api/imports");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> crm.get(sent.header("Location"))
                        .then()
                        .body("state", is("failed"))
                        .body("failure", containsString("does not have")));
    }

    @Test
    void without_a_mapping_or_with_a_wrong_role_nothing_is_taken() {
        given().auth()
                .oauth2(crm.token())
                .multiPart(
                        "file", "other.csv", "a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/api/imports")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("mapping"));
        given().auth()
                .oauth2(Client.as("agent").token())
                .contentType("application/x-ndjson")
                .body(SAMPLE.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/imports")
                .then()
                .statusCode(403);
        crm.get("/api/imports/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-such-import"));
    }

    @Test
    void a_resolved_ticket_that_stayed_silent_is_closed_and_silence_is_recorded_as_the_reason() {
        var source = UUID.randomUUID().toString();
        var file = resolved(source, "long ago", 5) + resolved(source, "lately", 3);
        finished(lines(file, false)).then().body("rows.opened", is(2));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> crm.get("/api/tickets?sort=created&tag=" + source)
                        .then()
                        .body("items.status", contains("closed", "resolved"))
                        .body("items[0].closure.how", is("quiet")));
    }

    private static String resolved(String source, String name, int daysAgo) {
        var at = Instant.now().minus(daysAgo, ChronoUnit.DAYS).minusSeconds(60);
        return """
                {"source":"%1$s","externalId":"%2$s","occurredAt":"%3$s","subject":"s","description":"d","channel":"chat",\
                "tags":["%1$s"],"requester":{"name":"Q","email":"q@example.org"},"steps":[{"do":"resolve","at":"%3$s",\
                "agentId":"%4$s","code":"answered","productArea":"a","issueType":"b"}]}
                """.formatted(source, name, at, ADA);
    }

    private static String rows(String source, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> """
                        {"source":"%s","externalId":"%d","occurredAt":"2026-01-12T09:12:00Z","subject":"s","description":"d",\
                        "channel":"email","requester":{"name":"P","email":"p%d@example.org"}}
                        """.formatted(source, i, i % 50))
                .collect(Collectors.joining());
    }

    private Response lines(String file, boolean dryRun) {
        return given().auth()
                .oauth2(crm.token())
                .contentType("application/x-ndjson")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/imports?dryRun=" + dryRun);
    }

    private Response finished(Response sent) {
        sent.then().statusCode(202);
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> crm.get(sent.header("Location")), seen -> "finished".equals(seen.path("state")));
    }
}
