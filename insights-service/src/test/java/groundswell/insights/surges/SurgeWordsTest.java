package groundswell.insights.surges;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.Customers;
import groundswell.insights.Grain;
import groundswell.insights.Surge;
import groundswell.insights.SurgeKey;
import groundswell.insights.Surges.Found;
import groundswell.insights.counting.World;
import groundswell.insights.surges.SurgeWords.Behind;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a surge's customers say that was not said before. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurgeWordsTest {
    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @Inject
    SurgeWords words;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_surge_says_what_is_new_in_it_against_its_own_theme_or_all() throws Exception {
        var world = World.published(kafka);
        for (int i = 0; i < 32; i++) {
            wrote(world, Duration.ofHours(60 + 9L * i), "surge-words", "The parcel arrived late, says the courier.");
        }
        for (int i = 0; i < 12; i++) {
            wrote(world, Duration.ofHours(1 + 3L * i), "surge-words", "The parcel hangs at the customs office.");
        }
        for (int i = 0; i < 12; i++) {
            wrote(world, Duration.ofHours(1 + 3L * i), "surge-words-new", "A meteor hit our rooftop antenna.");
        }
        await().untilAsserted(() ->
                assertThat(behind("surge-words").told().customers()).isEqualTo(12));
        var known = behind("surge-words");
        assertThat(known.told().others().key()).isEqualTo(SurgeKey.theme("surge-words"));
        assertThat(known.told().otherCustomers()).isEqualTo(32);
        assertThat(known.told().words()).extracting(word -> word.words()).contains("customs office");
        assertThat(known.told().words()).extracting(word -> word.words()).doesNotContain("parcel");
        assertThat(known.sentence())
                .startsWith("More in their words than before: ")
                .contains("“customs office” (12 of 12 customers)");

        await().untilAsserted(() ->
                assertThat(behind("surge-words-new").told().customers()).isEqualTo(12));
        assertThat(behind("surge-words", Duration.ofDays(89))
                        .told()
                        .others()
                        .span()
                        .length())
                .as("older texts are not kept")
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
        var unheard = behind("surge-words-new");
        assertThat(unheard.told().others().key()).as("it had no tickets before").isEqualTo(SurgeKey.ALL);
        assertThat(unheard.sentence()).startsWith("What sets them apart from other tickets: ");
        assertThat(unheard.told().otherCustomers()).isGreaterThanOrEqualTo(32);
        assertThat(unheard.told().words()).extracting(word -> word.words()).anyMatch(word -> word.contains("meteor"));
    }

    @Test
    void what_is_no_surge_is_not_found() {
        as("ops")
                .get("/api/insights/surges/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/no-surge"));
        as("ops").get("/surges/" + UUID.randomUUID()).then().statusCode(404);
        as("integrator").get("/api/insights/surges/" + UUID.randomUUID()).then().statusCode(403);
    }

    private Behind behind(String theme) {
        return behind(theme, Duration.ofHours(48));
    }

    private Behind behind(String theme, Duration ago) {
        var now = Grain.QUARTER.ceil(Instant.now());
        var began = now.minus(ago);
        return words.behind(
                new Found(new Surge(SurgeKey.theme(theme), began, began, now, now, 5, 12, 1, false), 12), 8);
    }

    private void wrote(World world, Duration ago, String theme, String text) throws Exception {
        world.wroteAt(Instant.now().minus(ago), seals, customers.another(), theme, "revenue", "Parcel", text);
    }
}
