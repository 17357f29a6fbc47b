package groundswell.insights.words;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.Cue;
import groundswell.insights.Customers;
import groundswell.insights.InsightsEvent.CuesFound;
import groundswell.insights.InsightsEvent.CuesFound.FoundCue;
import groundswell.insights.Told;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What customers write is read once, told in codes, and quoted without names. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsApiTest {
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
    void a_text_is_told_in_codes_and_quoted_without_names() throws Exception {
        var ticket = world.wrote(
                seals,
                customers.another(),
                "words-quoted",
                "product",
                "Export",
                "Hello, Ines Calloway here. I can't find the export button that Ines Calloway used last week!");
        await().untilAsserted(() -> as("product")
                .get("/api/insights/words?theme=words-quoted")
                .then()
                .body("cues.cue", equalTo(List.of("cant_find")))
                .body("cues[0].tickets", equalTo(1)));
        var said = as("product").get("/api/insights/words?theme=words-quoted").jsonPath();
        assertThat(said.getString("cues[0].quotes[0].quote"))
                .startsWith("I can't find the export button that ")
                .doesNotContain("Ines", "Calloway");
        assertThat(said.getString("cues[0].quotes[0].ticketId")).isEqualTo(ticket.toString());
        assertThat(as("product")
                        .urlEncodingEnabled(false)
                        .get(said.getString("cues[0].link"))
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(ticket.toString());
        as("product")
                .get("/api/insights/tickets?theme=words-quoted&cue=slow")
                .then()
                .body("items.size()", equalTo(0));
        as("product").get("/api/insights/tickets?cue=angry").then().statusCode(400);
        await().untilAsserted(() -> assertThat(Told.on(kafka, CuesFound.class))
                .filteredOn(event -> event.ticketId().equals(ticket))
                .singleElement()
                .satisfies(event -> assertThat(event.cues()).containsExactly(new FoundCue("cant_find", 2))));
    }

    @Test
    void one_customer_is_quoted_once_and_an_erased_one_never() throws Exception {
        var loud = customers.another();
        for (int i = 0; i < 3; i++) {
            world.wrote(seals, loud, "words-erased", "revenue", "Price", "This is far too expensive for us.");
        }
        world.wrote(seals, customers.another(), "words-erased", "revenue", "Price", "Frankly it's overpriced.");
        await().untilAsserted(() -> as("product")
                .get("/api/insights/words?theme=words-erased&quotes=5")
                .then()
                .body("cues[0].tickets", equalTo(4))
                .body("cues[0].quotes.size()", equalTo(2)));
        customers.erase(loud);
        await().untilAsserted(() -> as("product")
                .get("/api/insights/words?theme=words-erased&quotes=5")
                .then()
                .body("cues[0].tickets", equalTo(4))
                .body("cues[0].quotes.quote", equalTo(List.of("Frankly it's overpriced."))));
    }

    @Test
    void a_thank_you_stands_with_the_team_that_earned_it() throws Exception {
        var ticket = world.wrote(
                seals,
                customers.another(),
                "words-kudos",
                "reliability",
                "Solved",
                "Thank you so much for the quick help!");
        await().untilAsserted(() -> as("lead")
                .get("/api/insights/kudos?team=reliability")
                .then()
                .body(
                        "items.find { it.ticketId == '" + ticket + "' }.quote",
                        equalTo("Thank you so much for the quick help!")));
        as("lead")
                .get("/api/insights/kudos?team=revenue")
                .then()
                .body("items.find { it.ticketId == '" + ticket + "' }", equalTo(null));
    }

    @Test
    void hidden_and_hard_to_understand_are_told_apart() {
        assertThat(WordsPage.sentence(Map.of(Cue.CANT_FIND, 14L, Cue.CONFUSING, 3L)))
                .isEqualTo("Rather hidden than hard to understand: 14 can’t find it, 3 find it confusing.");
        assertThat(WordsPage.sentence(Map.of(Cue.CONFUSING, 9L))).startsWith("Rather hard to understand than hidden");
        assertThat(WordsPage.sentence(Map.of(Cue.CONFUSING, 4L))).isEmpty();
    }
}
