package groundswell.insights.reports;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import groundswell.insights.Customers;
import groundswell.insights.Grain;
import groundswell.insights.Week;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each test has a week of its own, since a week is reported once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportsApiTest {
    @Inject
    DataSource database;

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    World world;

    @BeforeEach
    void published() throws Exception {
        world = World.published(kafka);
    }

    @Test
    void numbers_stay_as_they_were_written_and_come_out_of_the_evidence_again() throws Exception {
        var at = weeksAgo(30);
        var tickets = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) {
            tickets.add(world.wroteAt(
                    at, seals, customers.another(), "reports-frozen", "product", "Plan", "I have a question."));
        }
        heard("reports-frozen", at, 6);
        var written = write("week", week(at)).then().statusCode(201).extract();
        var id = written.path("id").toString();
        written.response().then().body("figures.themes[0].theme", equalTo("reports-frozen"));
        write("week", week(at)).then().statusCode(200).body("id", equalTo(id));

        world.classified(tickets.getFirst(), "reports-frozen-otherwise");
        heard("reports-frozen-otherwise", at, 1);
        as("product")
                .get("/api/insights/reports/" + id)
                .then()
                .body("figures.themes[0].tickets", equalTo(6))
                .body("revision", equalTo(0));
        sound(id);
        var evidence =
                as("pr").get("/api/insights/reports/" + id + "/evidence.csv").asString();
        assertThat(evidence.lines()).hasSize(1 + 6).last().asString().contains(",reports-frozen,product,");
        var page = as("pr").get("/reports/" + id + "/tickets?theme=reports-frozen&from="
                        + at.minus(Duration.ofDays(7)).truncatedTo(ChronoUnit.DAYS) + "&to="
                        + at.plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.DAYS))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains(tickets.getFirst().toString()).contains("6\u00a0tickets");
    }

    @Test
    void an_erased_customers_quote_leaves_every_document_and_nothing_else_does() throws Exception {
        var at = weeksAgo(33);
        var loud = customers.another();
        world.wroteAt(
                at, seals, loud, "reports-quoted", "product", "Export", "I can't find the canary button anywhere.");
        world.wroteAt(
                at,
                seals,
                customers.another(),
                "reports-quoted",
                "product",
                "Export",
                "The whole page is confusing to me.");
        world.wroteAt(
                at,
                seals,
                customers.another(),
                "reports-quoted",
                "product",
                "Solved",
                "Thank you so much for the quick help!");
        heard("reports-quoted", at, 3);
        await().untilAsserted(() -> assertThat(cues("reports-quoted")).isEqualTo(3));
        var id = written(at);
        assertThat(texts(id))
                .allSatisfy(text -> assertThat(text)
                        .contains("I can't find the canary button anywhere.", "The whole page is confusing to me.")
                        .contains("Thank you so much for the quick help!"));
        var hash = hashes(id);

        customers.erase(loud);
        assertThat(texts(id))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("canary")
                        .contains("removed at the customer’s wish", "The whole page is confusing to me."));
        as("legal")
                .get("/api/insights/reports/" + id)
                .then()
                .body("revision", equalTo(1))
                .body("revisions.note", hasItem(endsWith("As first written")))
                .body("revisions[0].note", startsWith("Removed, because its author was erased"));
        assertThat(hashes(id)).hasSize(3).doesNotContainAnyElementsOf(hash);
        sound(id);
    }

    @Test
    void what_a_customer_takes_back_leaves_every_document_for_good() throws Exception {
        var at = weeksAgo(42);
        var loud = customers.another();
        var ticket = twoWrote(
                "reports-withdrawn",
                at,
                loud,
                "I can't find the robin button anywhere.",
                "The whole screen is confusing to me.");
        world.consented(ticket, loud, "granted");
        var id = written(at);
        assertThat(texts(id)).allSatisfy(text -> assertThat(text).contains("I can't find the robin button anywhere."));
        var hash = hashes(id);

        world.consented(ticket, loud, "withdrawn");
        await().untilAsserted(() -> assertThat(texts(id))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("robin")
                        .contains("removed at the customer’s wish", "The whole screen is confusing to me.")));
        as("legal")
                .get("/api/insights/reports/" + id)
                .then()
                .body("revision", equalTo(1))
                .body("revisions[0].note", startsWith("Removed, because its author took back what they had allowed"));
        assertThat(hashes(id)).hasSize(3).doesNotContainAnyElementsOf(hash);
        sound(id);

        world.consented(ticket, loud, "granted");
        heardConsent(ticket, false);
        assertThat(texts(id)).allSatisfy(text -> assertThat(text).doesNotContain("robin"));
        as("legal").get("/api/insights/reports/" + id).then().body("revision", equalTo(1));
    }

    @Test
    void who_has_withdrawn_is_not_quoted_to_begin_with() throws Exception {
        var at = weeksAgo(45);
        var loud = customers.another();
        var ticket = twoWrote(
                "reports-silent", at, loud, "I can't find the wren button anywhere.", "This table is confusing to me.");
        world.consented(ticket, loud, "withdrawn");
        heardConsent(ticket, true);
        var id = written(at);
        assertThat(texts(id))
                .allSatisfy(text -> assertThat(text).doesNotContain("wren").contains("This table is confusing to me."));
    }

    /** What two customers say about a theme is known; the ticket of the first is returned. */
    private UUID twoWrote(String theme, Instant at, UUID first, String said, String other) throws Exception {
        var ticket = world.wroteAt(at, seals, first, theme, "product", "Export", said);
        world.wroteAt(at, seals, customers.another(), theme, "product", "Export", other);
        heard(theme, at, 2);
        await().untilAsserted(() -> assertThat(cues(theme)).isEqualTo(2));
        return ticket;
    }

    /** The id of the report of that week, written for the first time. */
    private static String written(Instant at) {
        return write("week", week(at))
                .then()
                .statusCode(201)
                .extract()
                .path("id")
                .toString();
    }

    private void heardConsent(UUID ticket, boolean withdrawn) {
        await().untilAsserted(() -> {
            try (var connection = database.getConnection();
                    var row = connection
                            .createStatement()
                            .executeQuery(
                                    "select withdrawn from insights_withdrawal where ticket_id = '" + ticket + "'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isEqualTo(withdrawn);
            }
        });
    }

    @Test
    void what_was_tampered_with_is_not_sound() throws Exception {
        var at = weeksAgo(36);
        world.wroteAt(at, seals, customers.another(), "reports-tampered", "product", "Plan", "I have a question.");
        heard("reports-tampered", at, 1);
        var id = write("week", week(at)).then().extract().path("id").toString();
        sound(id);
        tamper(id, "replace(figures, '\"tickets\":1', '\"tickets\":2')");
        tamper(id, "replace(figures, '\"tickets\":2', '\"tickets\":1')");
        sound(id);
        tamper(id, "figures || ' '"); // as where something is left out that nobody would miss
    }

    /** Its numbers are sound only where that puts back what was frozen. */
    private void tamper(String id, String figures) throws Exception {
        String frozen;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("update insights_report set figures = " + figures + " where id = '"
                    + id + "' returning figures_hash = encode(sha256(convert_to(figures, 'UTF8')), 'hex')")) {
                row.next();
                frozen = row.getString(1);
            }
        }
        as("admin")
                .get("/api/insights/reports/" + id + "/check")
                .then()
                .body("numbers", equalTo(frozen.equals("t")))
                .body("evidence", equalTo(true));
    }

    @Test
    void a_week_is_reported_once_however_many_ask() throws Exception {
        var at = weeksAgo(39);
        world.wroteAt(at, seals, customers.another(), "reports-once", "product", "Plan", "I have a question.");
        heard("reports-once", at, 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> asking = () -> write("week", week(at)).statusCode();
            var answers = threads.invokeAll(Collections.nCopies(12, asking)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(11);
        }
    }

    @Test
    void what_cannot_be_written_says_why() {
        refused(write("week", week(Instant.now())), 409, "not-over");
        refused(write("week", "1999-W07"), 409, "nothing-to-report");
        refused(write("month", "2026-13"), 400, "unreadable-month");
        refused(write("week", "2026-02"), 400, "unreadable-week");
        refused(write("year", "2026"), 400, "unknown-report");
        refused(as("lead").contentType("application/json").post("/api/insights/reports"), 400, "empty-body");
        refused(as("lead").get("/api/insights/reports/" + UUID.randomUUID()), 404, "not-written");
        refused(as("lead").get("/api/insights/reports/" + UUID.randomUUID() + "/document.docx"), 404, "not-written");
        as("agent")
                .contentType("application/json")
                .body("{\"kind\": \"week\", \"period\": \"2026-W01\"}")
                .post("/api/insights/reports")
                .then()
                .statusCode(403);
    }

    private static void refused(Response answer, int status, String type) {
        answer.then().statusCode(status).body("type", equalTo("/problems/" + type));
    }

    private static Response write(String kind, String period) {
        return as("lead")
                .contentType("application/json")
                .body("{\"kind\": \"" + kind + "\", \"period\": \"" + period + "\"}")
                .post("/api/insights/reports");
    }

    /** HTML, Markdown and what can be read in the PDF, on one line each. */
    private static List<String> texts(String id) throws Exception {
        var path = "/api/insights/reports/" + id + "/document.";
        try (var pdf = Loader.loadPDF(as("lead").get(path + "pdf").asByteArray())) {
            return List.of(
                    as("lead").get(path + "html").asString().replace("&#39;", "'"),
                    as("lead").get(path + "md").asString(),
                    new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "));
        }
    }

    private static List<String> hashes(String id) {
        return as("lead").get("/api/insights/reports/" + id).path("documents.sha256");
    }

    private static void sound(String id) {
        as("admin").get("/api/insights/reports/" + id + "/check").then().body("equal", equalTo(true));
    }

    private static void heard(String theme, Instant at, int tickets) {
        await().untilAsserted(() -> assertThat(as("lead")
                        .get("/api/insights/tickets?limit=100&theme=" + theme + "&from=" + quarter(at) + "&to="
                                + quarter(at.plus(Duration.ofDays(1))))
                        .<List<?>>path("items"))
                .hasSize(tickets));
    }

    private int cues(String theme) throws Exception {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select count(*) from insights_cue c join insights_ticket t using (ticket_id)"
                                + " where t.theme = '" + theme + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Instant weeksAgo(int weeks) {
        return Instant.now().minus(Duration.ofDays(7L * weeks)).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant quarter(Instant at) {
        return Grain.QUARTER.floor(at);
    }

    private static String week(Instant at) {
        return Week.of(at, ZoneOffset.UTC).toString();
    }
}
