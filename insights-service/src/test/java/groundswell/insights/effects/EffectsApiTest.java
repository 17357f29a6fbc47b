package groundswell.insights.effects;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import groundswell.insights.InsightsEvent.FixMeasured;
import groundswell.insights.Told;
import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Launches and fixes over REST, measured on what two topics brought. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EffectsApiTest {
    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    final String fixed =
            Instant.now().minus(Duration.ofDays(World.FIXED_DAYS_AGO)).toString();

    @BeforeEach
    void heard() throws Exception {
        var world = World.published(kafka);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(world.heardBy(database)).isTrue());
    }

    @Test
    void a_fix_is_measured_and_those_who_had_its_tickets_are_told() {
        var answer = note("fixes", "Sync is patient", fixed, "\"sync-lost\"");
        answer.then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("effect.verdict", equalTo("fell"))
                .body("effect.change", lessThan(-0.7f))
                .body("effect.high", lessThan(-0.5f))
                .body("effect.before", greaterThan(150))
                .body("effect.sentence", startsWith("Fell by "));
        var id = UUID.fromString(answer.path("id"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Told.on(kafka, FixMeasured.class))
                        .filteredOn(event -> event.fixId().equals(id))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.verdict()).isEqualTo("fell");
                            assertThat(event.people()).containsExactly(World.AGENT);
                        }));
        int before = answer.path("effect.before");
        as("ops")
                .urlEncodingEnabled(false)
                .get(answer.<String>path("effect.beforeLinks[0]") + "&limit=200")
                .then()
                .body("items.size()", equalTo(before));
    }

    @Test
    void a_launch_that_names_no_theme_is_held_against_all_that_are_written_about() {
        note(
                        "launches",
                        "Spring release",
                        Instant.now().minus(Duration.ofDays(10)).toString(),
                        "")
                .then()
                .statusCode(201)
                .body("effects.find { it.theme == 'reliability-slow' }.verdict", equalTo("no_rise"))
                .body("effects.find { it.theme == 'unclassified' }", equalTo(null));
    }

    /** Both are named on the day of the fix: slow answers are then no part of what it is held against. */
    @Test
    void the_answer_says_what_the_tickets_are_held_against() {
        note("launches", "Faster answers", fixed, "\"reliability-slow\"");
        var id = note("fixes", "Sync waits", fixed, "\"sync-lost\"")
                .then()
                .statusCode(201)
                .body("effect.control.touched", hasItem("reliability-slow"))
                .body("effect.control.kind", equalTo("too_few_untouched"))
                .body(
                        "effect.sentence",
                        containsString("touched meanwhile; without them fewer than 100 tickets are left"))
                .extract()
                .<String>path("id");
        as("ops")
                .accept(ContentType.HTML)
                .get("/launches/fix/" + id)
                .then()
                .statusCode(200)
                .body(containsString("touched meanwhile: "), containsString("Slow or timing out"));
    }

    @Test
    void fifty_copies_of_one_note_are_one() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Response> copy = () -> note("launches", "Copied", "2026-01-05T09:00:00Z", "\"sync-lost\"");
            var answers =
                    threads.invokeAll(Stream.generate(() -> copy).limit(50).toList());
            var ids = answers.stream()
                    .map(one -> one.resultNow().<String>path("id"))
                    .collect(Collectors.toSet());
            var codes = answers.stream()
                    .filter(one -> one.resultNow().statusCode() == 201)
                    .count();
            assertThat(ids).hasSize(1);
            assertThat(codes).isEqualTo(1);
        }
    }

    @Test
    void a_change_names_the_version_that_was_seen() {
        var noted = note("fixes", "To be changed", "2026-01-06T09:00:00Z", "\"sync-lost\"");
        var address = "/api/fixes/" + noted.path("id");
        var body = "{\"name\": \"Changed\", \"themes\": [\"reliability-slow\"]}";
        as("product")
                .contentType(ContentType.JSON)
                .body(body)
                .put(address)
                .then()
                .statusCode(428);
        as("product")
                .contentType(ContentType.JSON)
                .header("If-Match", noted.header("ETag"))
                .body(body)
                .put(address)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("at", equalTo("2026-01-06T09:00:00Z"));
        as("product")
                .contentType(ContentType.JSON)
                .header("If-Match", noted.header("ETag"))
                .body(body)
                .put(address)
                .then()
                .statusCode(412);
        as("product").header("If-Match", "\"1\"").delete(address).then().statusCode(204);
        as("product").get(address).then().statusCode(404).body("type", equalTo("/problems/not-noted"));
    }

    @Test
    void what_cannot_be_noted_says_why_and_leaves_nothing() {
        note("fixes", "For nothing", fixed, "").then().statusCode(400).body("type", equalTo("/problems/no-theme"));
        note("fixes", " ", fixed, "\"sync-lost\"").then().statusCode(400).body("errors[0].field", equalTo("name"));
        as("product").contentType(ContentType.JSON).post("/api/fixes").then().statusCode(400);
        as("product")
                .contentType(ContentType.JSON)
                .body("{")
                .post("/api/fixes")
                .then()
                .statusCode(400);
        note("launches", "Too old", "1066-10-14T09:00:00Z", "").then().statusCode(400);
        note("launches", "Odd", fixed, "\"a\\u0000b\"").then().statusCode(400);
        as("agent")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Not mine\"}")
                .post("/api/launches")
                .then()
                .statusCode(403);
        Set<String> names =
                Set.copyOf(as("ops").get("/api/launches?limit=200").<java.util.List<String>>path("items.name"));
        assertThat(names).doesNotContain("Too old", "Odd", "Not mine");
    }

    private static Response note(String kind, String name, String at, String themes) {
        return as("product")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"" + name + "\", \"at\": \"" + at + "\", \"themes\": [" + themes + "]}")
                .post("/api/" + kind);
    }
}
