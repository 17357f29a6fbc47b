package groundswell.routing.decision;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.routing.Topic;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Decisions, triage, preview, teams, themes and rules, as a program meets them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecisionApiTest {
    @Inject
    TicketFeed tickets;

    @Test
    void a_decision_is_explained_with_rule_version_and_what_would_have_changed_it() {
        var ticket = decided(tickets.open(saying("Invoice", "please").tagged("billing")), "team");
        as("ops")
                .get("/api/routing/decisions/" + ticket)
                .then()
                .statusCode(200)
                .body("team", is("revenue"))
                .body("decidedBy", is("rule"))
                .body("rule", is("billing-to-revenue"))
                .body("rulesVersion", greaterThanOrEqualTo(1))
                .body("why", containsString("Marked as billing"))
                .body("wouldChange", hasItem(containsString("Without rule")));
    }

    @Test
    void an_agent_moves_a_ticket_with_a_reason_and_the_ticket_is_asked_to_follow() {
        var ticket = decided(tickets.open(saying("Hello", "please advise")), "triage");
        var move = Map.of("team", "reliability", "reason", "needs_their_skill");
        for (int copy = 0; copy < 2; copy++) {
            as("agent")
                    .body(move)
                    .put("/api/routing/decisions/" + ticket + "/team")
                    .then()
                    .statusCode(200)
                    .body("team", is("reliability"))
                    .body("decidedBy", is("agent"))
                    .body("earlier", hasSize(1));
        }
        try (var commands = new Topic("ticket.commands.v1")) {
            var command = await().until(() -> commands.of(ticket), list -> !list.isEmpty())
                    .getFirst();
            assertThat(command.data().path("team").asText()).isEqualTo("reliability");
            assertThat(command.data().path("reason").asText()).isEqualTo("needs_their_skill");
            assertThat(command.headers()).containsEntry("ce_actor", "agent:" + Tokens.ADA);
            assertThat(commands.of(ticket)).hasSize(1);
        }
    }

    @Test
    void the_triage_lane_is_paged_oldest_first_with_target_and_best_guess() {
        var old = Instant.parse("2020-01-01T00:00:00Z");
        var second = decided(tickets.open(saying("Two", "please advise").openedAt(old.plusSeconds(1))), "triage");
        var first = decided(tickets.open(saying("One", "please advise").openedAt(old)), "triage");

        await().untilAsserted(() ->
                as("agent").get("/api/routing/triage?limit=1").then().body("items[0].targetAt", notNullValue()));
        var page = as("agent").get("/api/routing/triage?limit=1").then().statusCode(200);
        page.body("items", hasSize(1))
                .body("items[0].ticketId", is(first.toString()))
                .body("items[0].subject", is("One"))
                .body("items[0].overdue", is(true))
                .body("items[0].bestTeam", notNullValue())
                .body("waiting", greaterThan(1));
        String next = page.extract().path("next");
        as("agent")
                .get("/api/routing/triage?limit=1&after=" + next)
                .then()
                .body("items[0].ticketId", is(second.toString()));

        tickets.resolved(first);
        await().untilAsserted(() ->
                as("agent").get("/api/routing/triage?limit=1").then().body("items[0].ticketId", is(second.toString())));
    }

    @Test
    void what_people_moved_counts_under_the_rule_or_the_theme_that_had_sent_it_until_it_is_back() {
        var byRule = decided(tickets.open(saying("Invoice", "please").tagged("billing")), "team");
        var byText = decided(tickets.open(saying("Crash", "the app crashes when I open it")), "team");
        var before = reroutes();
        var rule = "rules.find { it.code == 'billing-to-revenue' }";
        var theme = "themes.find { it.code == 'reliability-crash' }";
        assertThat(before.getLong(rule + ".sent")).isPositive();
        assertThat(before.getLong(theme + ".sent")).isPositive();

        move(byRule, "product");
        move(byText, "product");
        var after = reroutes();
        for (var sender : List.of(rule, theme)) {
            long moved = before.getLong(sender + ".moved") + 1;
            long sent = before.getLong(sender + ".sent");
            assertThat(after.getLong(sender + ".sent")).isEqualTo(sent);
            assertThat(after.getLong(sender + ".moved")).isEqualTo(moved);
            assertThat(after.getDouble(sender + ".rate")).isEqualTo((double) moved / sent, within(1e-6));
        }

        var pair = "pairs.find { it.from == 'revenue' && it.to == 'product' }?.tickets ?: 0";
        assertThat(after.getLong(pair)).isEqualTo(before.getLong(pair) + 1);

        move(byRule, "revenue");
        assertThat(reroutes().getLong(rule + ".moved")).isEqualTo(before.getLong(rule + ".moved"));
        as("ops").get("/api/routing/reroutes?days=0").then().statusCode(400);
        as("pr").get("/api/routing/reroutes").then().statusCode(403);
    }

    private static io.restassured.path.json.JsonPath reroutes() {
        return as("lead").get("/api/routing/reroutes?days=2").jsonPath();
    }

    private static void move(UUID ticket, String team) {
        as("agent")
                .body(Map.of("team", team, "reason", "needs_their_skill"))
                .put("/api/routing/decisions/" + ticket + "/team")
                .then()
                .statusCode(200);
    }

    @Test
    void a_preview_answers_in_the_order_of_the_texts_and_stores_nothing() {
        as("product")
                .body(Map.of(
                        "texts",
                        List.of("I was charged twice", "the app crashes when I open it", "", "see attachment")))
                .post("/api/routing/preview")
                .then()
                .statusCode(200)
                .body("theme", hasItems("billing-double-charge", "reliability-crash"))
                .body("[0].team", is("revenue"))
                .body("[0].words", hasItems("charged", "twice"))
                .body("[1].team", is("reliability"))
                .body("[1].alternatives", hasSize(3))
                .body("[1].model", containsString("bge-small-q/taxonomy@"))
                .body("[2].lane", is("triage"))
                .body("[2].decidedBy", is("none"))
                .body("[2].team", nullValue())
                .body("[3].lane", is("triage"))
                .body("[3].team", notNullValue())
                .body("explanation", everyItem(notNullValue()));
    }

    @Test
    void a_preview_of_strange_texts_is_an_answer_for_each() {
        var texts = List.of("x", "😀😀😀", "請求書が二回届きました", "You charged me twice. ".repeat(4_545), "a".repeat(100_000));
        as("product")
                .body(Map.of("texts", texts))
                .post("/api/routing/preview")
                .then()
                .statusCode(200)
                .body("", hasSize(texts.size()))
                .body("[0].lane", is("triage"))
                .body("[1].lane", is("triage"))
                .body("[3].team", is("revenue"));
        as("product")
                .body(Map.of("texts", List.of("a".repeat(100_001))))
                .post("/api/routing/preview")
                .then()
                .statusCode(400);
    }

    @Test
    void more_than_a_thousand_texts_are_refused_with_what_is_allowed() {
        as("product")
                .body(Map.of("texts", Collections.nCopies(1_001, "x")))
                .post("/api/routing/preview")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-request"))
                .body("errors[0].field", is("texts"));
    }

    @Test
    void teams_themes_and_rules_are_listed() {
        as("pr").get("/api/teams").then().statusCode(200).body("code", hasItems("product", "revenue", "reliability"));
        as("pr").get("/api/themes")
                .then()
                .statusCode(200)
                .body("version", greaterThanOrEqualTo(2))
                .body("items.code", hasItems("billing-double-charge", "reliability-network"));
        as("pr").get("/api/routing/rules")
                .then()
                .statusCode(200)
                .body("items[0].id", is("outage-to-reliability"))
                .body("items[0].when.tags", hasItems("outage", "incident"));
    }

    @Test
    void bad_input_gets_a_problem_that_says_what_to_do() {
        var ticket = decided(tickets.open(saying("Crash", "it").tagged("bug")), "team");
        var path = "/api/routing/decisions/" + ticket + "/team";
        problem(as("agent").body(Map.of("team", "marketing", "reason", "other")), path, 400, "invalid-request");
        problem(as("agent").body(Map.of("team", "product", "reason", "because")), path, 400, "invalid-request");
        problem(as("agent").body(Map.of("team", "product")), path, 400, "invalid-request");
        problem(as("agent").body("{"), path, 400, "malformed-json");
        problem(as("pr").body(Map.of("team", "product", "reason", "other")), path, 403, "not-allowed");
        var unknown = "/api/routing/decisions/" + UUID.randomUUID() + "/team";
        problem(as("agent").body(Map.of("team", "product", "reason", "other")), unknown, 404, "no-such-ticket");
        as("agent").get("/api/routing/triage?after=x").then().statusCode(400).body("errors[0].field", is("after"));
        for (var time : List.of("+999999-01-01T00:00:00Z", "-4800-01-01T00:00:00Z", "0000-01-01T00:00:00Z")) {
            var after = Base64.getUrlEncoder().encodeToString((time + " " + ticket).getBytes(UTF_8));
            as("agent")
                    .queryParam("after", after)
                    .get("/api/routing/triage")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", is("after"));
        }
        as("agent").get("/api/routing/triage?limit=1000").then().statusCode(400);
        given().get("/api/routing/triage").then().statusCode(401).body("type", equalTo("/problems/not-authenticated"));
        as("agent").get("/api/routing/decisions/nonsense").then().statusCode(404);
    }

    private static void problem(RequestSpecification request, String path, int status, String reason) {
        request.put(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + reason))
                .body("detail", notNullValue());
    }

    private static UUID decided(UUID ticket, String lane) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lane.equals(
                        as("agent").get("/api/routing/decisions/" + ticket).path("lane")));
        return ticket;
    }

    private static RequestSpecification as(String role) {
        return given().contentType(ContentType.JSON).auth().oauth2(Tokens.of(role));
    }
}
