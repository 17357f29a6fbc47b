package groundswell.routing.reading;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.language.BgeSmall;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.routing.Topic;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** People correct; the next model knows better; whoever learns again from the ledger comes to the same bits. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LearningApiTest {
    private static final List<String> THINGS =
            List.of("dorvex plate", "left flimbit", "quern valve", "grommel", "spare tharn");
    private static final List<String> DOINGS =
            List.of("snorts", "weeps oil", "leans to one side", "hums all night", "has gone pale");
    private static final List<String> ENDS =
            List.of("since the frost", "after every rinse", "and nobody knows why", "again", "under load");

    @Inject
    TicketFeed tickets;

    @Inject
    Ledger ledger;

    @Inject
    TaxonomyBook taxonomy;

    @Inject
    DataSource database;

    @Test
    void what_people_correct_is_learnt_and_a_replay_comes_to_the_same_bits() {
        var before = preview("the grommel weeps oil under load");
        assertThat(before.getString("lane[0]")).isEqualTo("triage");
        long adoptedAt = models().getLong("items[0].ledgerVersion");

        var moved = new ArrayList<UUID>();
        for (var thing : THINGS) {
            for (var doing : DOINGS) {
                for (int end = 0; end < 3; end++) {
                    moved.add(tickets.open(
                            saying("The " + thing, "It " + doing + " " + ENDS.get((moved.size() + end) % 5))));
                }
            }
        }
        moved.forEach(ticket -> await().until(
                        () -> laneOf(ticket).equals("triage") || laneOf(ticket).equals("team")));
        moved.forEach(this::moveToReliability);

        await().atMost(Duration.ofSeconds(60)).until(() -> models().getLong("items[0].ledgerVersion") > adoptedAt);
        await().until(() ->
                preview("the grommel weeps oil under load").getString("lane[0]").equals("team"));
        var compared = models().<Map<String, Integer>>getList(
                        "items.findAll { it.adopted && it.comparison != null && it.ledgerVersion > " + adoptedAt
                                + " }.comparison");
        // what another test has taught may have been enough for the right team, if not to be sure of it
        assertThat(compared).isNotEmpty().noneMatch(one -> one.get("rightAfter") < one.get("rightBefore"));
        await().until(() -> preview("x y").getString("model[0]").equals(models().getString("items[0].model")));

        var after = preview("the grommel weeps oil under load");
        assertThat(after.getString("lane[0]")).isEqualTo("team");
        assertThat(after.getString("team[0]")).isEqualTo("reliability");
        assertThat(after.getString("model[0]")).contains("/ledger@");
        assertThat(after.getList("examples[0].phrase", String.class)).anyMatch(phrase -> phrase.startsWith("ticket:"));

        sameAgain();
        nothingOfTheTextIsReadable(moved.getFirst());
    }

    /** Another process, years later: from the same ledger and the phrasings' vectors, to the last bit. */
    private void sameAgain() {
        var adopted = ledger.adopted().orElseThrow();
        var texts =
                List.of("the grommel weeps oil under load", "charged twice", "see attachment", "the app is slow today");
        try (var embedder = new BgeSmall()) {
            var again = new Learnt(taxonomy.now(), new RememberedVectors(embedder, database))
                    .from(ledger.labels(adopted.ledgerVersion(), embedder.model()), adopted.ledgerVersion());
            assertThat(again.hash()).isEqualTo(adopted.hash());
            assertThat(again.name()).isEqualTo(adopted.model());
            assertThat(texts.stream().map(again::read).toList())
                    .isEqualTo(texts.stream().map(present.get()::read).toList());
        }
    }

    @Inject
    PresentModel present;

    private static void nothingOfTheTextIsReadable(UUID ticket) {
        try (var events = new Topic("routing.events.v1")) {
            var labels = await().until(
                            () -> events.of("ledger").stream()
                                    .filter(message -> message.type().endsWith("label-learnt.v1"))
                                    .filter(message -> message.data()
                                            .path("ticketId")
                                            .asText()
                                            .equals(ticket.toString()))
                                    .toList(),
                            list -> !list.isEmpty());
            assertThat(labels.getFirst().data().path("verdict").asText()).isIn("corrected", "accepted");
            assertThat(labels.getFirst().data().path("text").path("box").asText())
                    .hasSizeGreaterThan(100);
            assertThat(labels.getFirst().data().toString()).doesNotContain("dorvex", "snorts");
        }
    }

    private void moveToReliability(UUID ticket) {
        as("agent")
                .body(Map.of("team", "reliability", "reason", "wrong_team"))
                .put("/api/routing/decisions/" + ticket + "/team")
                .then()
                .statusCode(200);
    }

    private static String laneOf(UUID ticket) {
        var response = as("agent").get("/api/routing/decisions/" + ticket);
        return response.statusCode() == 200 ? response.jsonPath().getString("lane") : "";
    }

    private static JsonPath models() {
        return as("lead")
                .get("/api/routing/models")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath preview(String text) {
        return as("product")
                .body(Map.of("texts", List.of(text)))
                .post("/api/routing/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static io.restassured.specification.RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
