package groundswell.insights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The whole service on real PostgreSQL and Kafka: what is published is what is counted. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class InsightsApiTest {
    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    World world;

    @BeforeEach
    void heard() throws Exception {
        world = World.published(kafka);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(world.heardBy(database)).isTrue());
    }

    @Test
    void the_last_24_hours_by_theme_have_count_share_and_velocity() {
        as("ops")
                .get("/api/insights/aggregates?window=24h&by=theme&channel=email")
                .then()
                .statusCode(200)
                .body("window", equalTo("24h"))
                .body("rows[0].codes.theme", equalTo("billing-double-charge"))
                .body("rows[0].names.theme", equalTo("Charged twice"))
                .body("rows[0].number.tickets", equalTo(12))
                .body("rows[0].number.before", equalTo(4))
                .body("rows[0].number.velocity", closeTo(2.0f))
                .body("rows[0].number.share", closeTo(0.6f))
                .body("rows.find { it.codes.theme == 'product-how-to' }.number.velocity", nullValue())
                .body("total.tickets", equalTo(20));
    }

    @Test
    void aggregates_come_as_csv_too() {
        var lines = as("ops")
                .get("/api/insights/aggregates/csv?window=24h&by=theme,history&channel=email")
                .asString()
                .lines()
                .toList();
        assertThat(lines.getFirst())
                .isEqualTo("theme,theme_name,history,history_name,from,to,tickets,before,share,velocity");
        assertThat(lines.get(1))
                .startsWith("billing-double-charge,Charged twice,first,First ticket,")
                .contains(",12,4,0.6,2.0");
        as("ops").get("/api/insights/aggregates").then().contentType("application/json");
    }

    private static org.hamcrest.Matcher<Float> closeTo(float value) {
        return org.hamcrest.Matchers.allOf(
                org.hamcrest.Matchers.greaterThan(value - 1e-4f), org.hamcrest.Matchers.lessThan(value + 1e-4f));
    }

    @Test
    void every_number_links_to_its_tickets() {
        var row = as("product")
                .get("/api/insights/aggregates?window=24h&by=theme,channel")
                .path("rows[0]");
        @SuppressWarnings("unchecked")
        var number = (java.util.Map<String, Object>) ((java.util.Map<String, Object>) row).get("number");
        as("product")
                .urlEncodingEnabled(false)
                .get((String) number.get("link"))
                .then()
                .statusCode(200)
                .body("items", hasSize((Integer) number.get("tickets")))
                .body("items[0].number", startsWith("TKT-"))
                .body("items[0].link", startsWith("/tickets/"));
    }

    @Test
    void the_tickets_are_paged_without_a_double_or_a_gap() {
        var seen = new ArrayList<String>();
        String after = "";
        do {
            var page = as("ops").get("/api/insights/tickets?limit=7&after=" + after);
            seen.addAll(page.path("items.id"));
            after = page.path("next");
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize(world.tickets());
    }

    @Test
    void the_week_so_far_has_a_top_five_with_the_real_problems() {
        as("pr").get("/api/insights/top-five")
                .then()
                .statusCode(200)
                .body("realProblemFrom", equalTo(0.15f))
                .body("closed", equalTo(false));
        as("pr").get("/api/insights/top-five?week=2001-W01")
                .then()
                .statusCode(200)
                .body("closed", equalTo(true))
                .body("places", empty());
    }

    @Test
    void one_theme_has_its_days_and_parts() {
        as("product")
                .get("/api/insights/themes/billing-double-charge?window=24h")
                .then()
                .statusCode(200)
                .body("name", equalTo("Charged twice"))
                .body("days", hasSize(28))
                .body("by.team[0].code", equalTo("revenue"))
                .body("by.channel[0].name", equalTo("Email"));
        as("product")
                .get("/api/insights/themes/no-such-theme")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-theme"));
    }

    @Test
    void the_queues_come_worst_first() {
        as("lead")
                .get("/api/insights/queues")
                .then()
                .statusCode(200)
                .body("teams.team", contains("revenue", "reliability", "unrouted", "product"))
                .body("teams[0].pressure", equalTo("LATE"))
                .body("teams[0].load.unassigned", equalTo(world.openIn("revenue")));
    }

    @Test
    void an_answer_asked_for_again_is_304_until_something_is_heard() {
        var tag = as("ops").get("/api/insights/aggregates?window=week&by=team").header("ETag");
        as("ops")
                .header("If-None-Match", tag)
                .get("/api/insights/aggregates?window=week&by=team")
                .then()
                .statusCode(304);
    }

    @Test
    void a_recount_finds_every_count_exact_and_is_for_operators_only() {
        as("admin")
                .get("/api/insights/recount")
                .then()
                .statusCode(200)
                .body("equal", equalTo(true))
                .body("tickets", equalTo(world.tickets()));
        as("agent")
                .get("/api/insights/recount")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-allowed"));
        given().get("/api/insights/recount")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-authenticated"));
    }

    @Test
    void what_cannot_be_answered_says_what_can_be_asked() {
        problem("/api/insights/aggregates?window=2h", "unknown-window", "28d");
        problem("/api/insights/aggregates?by=mood", "unknown-dimension", "theme");
        problem("/api/insights/aggregates?at=yesterday", "unreadable-time", "RFC 3339");
        problem("/api/insights/aggregates?limit=100000", "limit-out-of-range", "1000");
        problem("/api/insights/top-five?week=7", "unreadable-week", "2026-W07");
        problem("/api/insights/tickets?after=%F0%9F", "unreadable-cursor", "next");
        problem("/api/insights/tickets?measure=love", "unknown-measure", "resolved");
        problem("/api/insights/aggregates?at=%2B300000-01-01T00:00:00Z", "unreadable-time", "1970");
        problem("/api/insights/tickets?from=-5000-01-01T00:00:00Z", "unreadable-time", "1970");
        problem("/api/insights/top-five?week=%2B300000-W01", "unreadable-week", "2026-W07");
        problem("/api/insights/aggregates?theme=%00", "unreadable-code", "control");
        problem("/api/insights/aggregates?limit=abc", "invalid-request", "openapi");
    }

    private static void problem(String address, String type, String says) {
        as("ops")
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("detail", org.hamcrest.Matchers.containsString(says));
    }

    @Test
    void an_integrator_has_no_business_here() {
        as("integrator").get("/api/insights/queues").then().statusCode(403);
    }

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(token(role));
    }

    public static String token(String role) {
        return Jwt.subject("00000000-0000-0000-0000-000000000001")
                .upn(role + "@groundswell.example")
                .claim("name", "Dana Reyes")
                .groups(Set.of(role))
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofHours(1))
                .sign();
    }
}
