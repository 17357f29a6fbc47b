package groundswell.routing.rule;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The rules as a program changes them. Every test adds rules for tags of its own and leaves the others as they are. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RulesApiTest {
    @Inject
    TicketFeed tickets;

    @Test
    void a_new_rule_decides_the_next_ticket_and_the_history_says_who_made_it() {
        var before = rules();
        var added = adding(before, rule("solar-to-reliability", Map.of("tags", List.of("solar")), "reliability"));
        int version = put(etag(before), Map.of("items", added, "note", "Solar goes to those who know it"))
                .statusCode(200)
                .body("version", is(version(before) + 1))
                .extract()
                .path("version");

        var ticket = tickets.open(saying("Panel", "please advise").tagged("solar"));
        await().until(() -> "solar-to-reliability".equals(decision(ticket).path("rule")));
        assertThat(decision(ticket).<Integer>path("rulesVersion")).isEqualTo(version);

        as("ops")
                .get("/api/routing/rules/versions")
                .then()
                .statusCode(200)
                .body("[0].version", is(version))
                .body("[0].by", is("agent:" + Tokens.ADA))
                .body("[0].note", is("Solar goes to those who know it"))
                .body("[0].added", is(List.of("solar-to-reliability")))
                .body("[0].removed", is(List.of()));
        as("ops")
                .get("/api/routing/rules/versions/" + version(before))
                .then()
                .statusCode(200)
                .body("items.size()", is(items(before).size()));

        put("\"" + version + "\"", Map.of("items", items(before))).statusCode(200);
        as("agent")
                .get("/api/routing/decisions/" + ticket)
                .then()
                .body("why", containsString("Rule “solar-to-reliability” (version " + version + ")"));
    }

    @Test
    void a_trial_says_what_would_change_and_stores_nothing() {
        var ticket = tickets.open(
                saying("Broken reel", "the reel of my rod is stuck").tagged("angling"));
        await().until(() -> decision(ticket).statusCode() == 200);
        var before = rules();
        var proposed = adding(before, rule("angling-to-product", Map.of("tags", List.of("angling")), "product"));

        as("ops")
                .body(Map.of("items", proposed))
                .post("/api/routing/rules/trial")
                .then()
                .statusCode(200)
                .body("tickets", greaterThanOrEqualTo(1))
                .body("changed", is(1))
                .body("moves[0].from", is("by-text"))
                .body("moves[0].to", is("product"))
                .body("examples[0].ticketId", is(ticket.toString()))
                .body("rules.find { it.id == 'angling-to-product' }.after", is(1))
                .body("rules.find { it.id == 'angling-to-product' }.before", is(0));
        assertThat(version(rules())).isEqualTo(version(before));
    }

    @Test
    void rules_are_tried_on_a_text() {
        var items = adding(rules(), rule("reel-to-product", Map.of("words", List.of("fishing reel")), "product"));
        var name = "text.after";
        trial(items, "My fishing reel is stuck")
                .body("text.before", nullValue())
                .body(name, notNullValue());
        trial(items, "My rod is stuck").body("text.before", nullValue()).body(name, nullValue());
        trial(items, null).body("text", nullValue());
    }

    private static ValidatableResponse trial(List<?> items, @Nullable String text) {
        var body = new HashMap<String, Object>(Map.of("items", items));
        if (text != null) body.put("text", text);
        return as("ops").body(body).post("/api/routing/rules/trial").then().statusCode(200);
    }

    @Test
    void words_and_languages_are_asked_of_the_texts_themselves() {
        var german = tickets.open(
                saying("Frage", "Meine Heizung quietscht seit gestern ganz furchtbar laut, bitte helfen Sie mir")
                        .tagged("quietsch"));
        await().until(() -> decision(german).statusCode() == 200);
        var proposed = adding(
                rules(),
                rule("german-squeak", Map.of("tags", List.of("quietsch"), "languages", List.of("de")), "product"),
                rule("english-squeak", Map.of("tags", List.of("quietsch"), "languages", List.of("en")), "revenue"));
        as("lead")
                .body(Map.of("items", proposed))
                .post("/api/routing/rules/trial")
                .then()
                .statusCode(200)
                .body("rules.find { it.id == 'german-squeak' }.after", is(1))
                .body("rules.find { it.id == 'english-squeak' }.after", is(0));
    }

    @Test
    void of_two_changes_of_one_version_one_is_refused() throws Exception {
        var before = rules();
        var body = Map.of("items", adding(before, rule("race", Map.of("tags", List.of("race")), "product")));
        try (var callers = Executors.newFixedThreadPool(4)) {
            Callable<Integer> change = () -> put(etag(before), body).extract().statusCode();
            var answers = callers.invokeAll(Collections.nCopies(4, change)).stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 412, 412, 412);
        }
        put(etag(rules()), Map.of("items", items(before))).statusCode(200);
    }

    @Test
    void bad_rules_are_refused_with_the_field_and_nothing_changes() {
        var before = rules();
        refused(before, rule("x", Map.of(), "product"), "items[0].when");
        refused(before, rule("x", Map.of("tags", List.of("a")), "marketing"), "items[0].team");
        refused(before, rule("Has Blanks", Map.of("tags", List.of("a")), "product"), "items[0].id");
        refused(before, rule("x", Map.of("words", List.of("!!!")), "product"), "items[0].when.words");
        refused(before, rule("x", Map.of("languages", List.of("klingon")), "product"), "items[0].when.languages");
        refused(before, rule("x", Map.of("tags", Collections.nCopies(1, "a".repeat(101))), "product"), "items[0].when");
        refused(before, rule("x", Map.of("tagz", List.of("a")), "product"), null);
        var one = rule("x", Map.of("tags", List.of("a")), "product");
        put(etag(before), Map.of("items", List.of(one, one)))
                .statusCode(400)
                .body("errors[0].field", is("items[1].id"));
        put(etag(before), Map.of("items", Collections.nCopies(201, one))).statusCode(400);
        given().auth()
                .oauth2(Tokens.of("lead"))
                .contentType(ContentType.JSON)
                .body(Map.of("items", items(before)))
                .put("/api/routing/rules")
                .then()
                .statusCode(428);
        put("\"not-a-version\"", Map.of("items", items(before))).statusCode(400);
        put("\"" + (version(before) - 1) + "\"", Map.of("items", items(before)))
                .statusCode(412)
                .body("type", is("/problems/changed-meanwhile"));
        assertThat(version(rules())).isEqualTo(version(before));
        as("ops").get("/api/routing/rules/versions/999999").then().statusCode(404);
    }

    @Test
    void only_leads_operations_and_admins_change_rules() {
        var before = rules();
        for (var role : List.of("agent", "product", "pr", "legal", "integrator")) {
            as(role).header("If-Match", etag(before))
                    .body(Map.of("items", items(before)))
                    .put("/api/routing/rules")
                    .then()
                    .statusCode(403);
        }
    }

    private void refused(io.restassured.response.Response before, Map<String, Object> rule, String field) {
        var answer = put(etag(before), Map.of("items", List.of(rule)))
                .statusCode(400)
                .contentType("application/problem+json");
        if (field != null) answer.body("errors.field", hasItem(field));
        else answer.body("errors[0].field", notNullValue());
    }

    private static ValidatableResponse put(String etag, Map<String, ?> body) {
        return as("lead")
                .header("If-Match", etag)
                .body(body)
                .put("/api/routing/rules")
                .then();
    }

    private static io.restassured.response.Response rules() {
        return as("lead").get("/api/routing/rules");
    }

    private static String etag(io.restassured.response.Response rules) {
        return rules.header("ETag");
    }

    private static int version(io.restassured.response.Response rules) {
        return rules.path("version");
    }

    private static List<Map<String, Object>> items(io.restassured.response.Response rules) {
        return rules.path("items");
    }

    @SafeVarargs
    private static List<Map<String, Object>> adding(
            io.restassured.response.Response rules, Map<String, Object>... more) {
        var items = new ArrayList<>(items(rules));
        items.addAll(List.of(more));
        return items;
    }

    private static Map<String, Object> rule(String id, Map<String, ?> when, String team) {
        return Map.of("id", id, "name", id, "when", when, "team", team);
    }

    private static io.restassured.response.Response decision(UUID ticket) {
        return as("agent").get("/api/routing/decisions/" + ticket);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
