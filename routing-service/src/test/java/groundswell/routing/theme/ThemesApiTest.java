package groundswell.routing.theme;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The taxonomy as a program changes it. What a test adds is merged away at its end. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThemesApiTest {
    private static final Map<String, Object> TELESCOPES = Map.of(
            "op",
            "add",
            "theme",
            Map.of(
                    "code",
                    "telescope-misaligned",
                    "name",
                    "Telescope out of line",
                    "team",
                    "reliability",
                    "description",
                    "A telescope shows the wrong part of the sky or needs collimation.",
                    "phrasings",
                    List.of(
                            "My telescope no longer points where the finder does.",
                            "collimation is off after shipping",
                            "Stars look like little comets in the eyepiece, the mirrors must be out of line.",
                            "mount slews to the wrong star every night",
                            "How do I collimate the scope, Saturn is a blur",
                            "finder scope and main tube disagree by a whole degree")));

    @Inject
    TicketFeed tickets;

    @Test
    void a_theme_is_tried_added_read_by_renamed_and_merged_away_again() {
        var ticket = tickets.open(
                saying("Saturn is a blur", "the telescope mount slews to the wrong star, mirrors out of line?"));
        await().until(() -> as("agent").get("/api/routing/decisions/" + ticket).path("theme.code") != null);
        var before = themes();

        as("product")
                .body(Map.of("changes", List.of(TELESCOPES)))
                .post("/api/themes/trial")
                .then()
                .statusCode(200)
                .body("tickets", greaterThanOrEqualTo(1))
                .body("examples.ticketId", hasItem(ticket.toString()))
                .body("moves.to", hasItem("telescope-misaligned"));
        assertThat(version(themes())).isEqualTo(version(before));

        int added = change(before, TELESCOPES).statusCode(200).extract().path("version");
        assertThat(added).isEqualTo(version(before) + 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> preview().<String>path("model[0]").contains("taxonomy@" + added));
        preview().then().body("theme[0]", is("telescope-misaligned")).body("team[0]", is("reliability"));

        var later =
                tickets.open(saying("Collimation", "finder and main tube of my telescope disagree, stars are comets"));
        await().until(() -> "telescope-misaligned".equals(theme(later)));

        change(
                        themes(),
                        Map.of("op", "rename", "code", "telescope-misaligned", "name", "Optics out of line"),
                        Map.of("op", "merge", "code", "telescope-misaligned", "into", "reliability-defect"))
                .statusCode(200)
                .body("items.code", not(hasItem("telescope-misaligned")))
                .body("replaced.telescope-misaligned", is("reliability-defect"));
        as("agent").get("/api/routing/decisions/" + later).then().body("theme.name", is("Stopped working"));
        as("ops")
                .get("/api/themes/versions")
                .then()
                .statusCode(200)
                .body("[0].version", is(added + 1))
                .body("[0].by", containsString("agent:" + Tokens.ADA));
    }

    @Test
    void bad_changes_are_refused_with_the_one_that_cannot_be_made_and_nothing_happens() {
        var before = themes();
        refused(before, Map.of("op", "rename", "code", "no-such-theme", "name", "X"), "changes[0]");
        refused(before, Map.of("op", "move", "code", "product-how-to", "team", "marketing"), "changes[0].team");
        refused(before, Map.of("op", "merge", "code", "product-how-to", "into", "product-how-to"), "changes[0]");
        change(before, Map.of("op", "explode", "code", "product-how-to")).statusCode(400);
        change(before, Map.of("op", "rename", "code", "product-how-to", "name", "x".repeat(81)))
                .statusCode(400);
        change(before).statusCode(400);
        as("lead")
                .body(Map.of("changes", List.of(TELESCOPES)))
                .post("/api/themes/changes")
                .then()
                .statusCode(428);
        as("lead")
                .header("If-Match", "\"" + (version(before) - 1) + "\"")
                .body(Map.of("changes", List.of(TELESCOPES)))
                .post("/api/themes/changes")
                .then()
                .statusCode(412);
        as("agent")
                .header("If-Match", before.header("ETag"))
                .body(Map.of("changes", List.of(TELESCOPES)))
                .post("/api/themes/changes")
                .then()
                .statusCode(403);
        assertThat(version(themes())).isEqualTo(version(before));
    }

    private static void refused(Response before, Map<String, ?> change, String field) {
        change(before, change)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", is(field));
    }

    @SafeVarargs
    private static ValidatableResponse change(Response before, Map<String, ?>... changes) {
        return as("lead")
                .header("If-Match", before.header("ETag"))
                .body(Map.of("changes", List.of(changes), "note", "for a test"))
                .post("/api/themes/changes")
                .then();
    }

    private static Response themes() {
        return as("lead").get("/api/themes");
    }

    private static int version(Response themes) {
        return themes.path("version");
    }

    private static String theme(UUID ticket) {
        return as("agent").get("/api/routing/decisions/" + ticket).path("theme.code");
    }

    private static Response preview() {
        return as("product")
                .body(Map.of("texts", List.of("the mirrors of my telescope are out of line since the move")))
                .post("/api/routing/preview");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
