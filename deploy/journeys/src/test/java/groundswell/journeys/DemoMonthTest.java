package groundswell.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import groundswell.local.HouseProcess;
import groundswell.local.demo.Wendolo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * A month of a company is taken over in a house of its own: the surge of its launch is found, explained and over, its fix is
 * measured and those who had the tickets are told; and every count still equals a recount.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoMonthTest {
    private static final Path DATA = Path.of("target", "demo-house");

    @Test
    void the_launch_surges_and_the_fix_works() throws Exception {
        try (var house = HouseProcess.start(DATA, Map.of())) {
            new Wendolo().load(house.gateway(), DATA.resolve("tokens"), _ -> {});
            var product = new Caller(house.gateway(), house.token("product"));
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> theLaunchSurged(product));
            theLaunchIsMeasured(product);
            var fix = theFixWorked(product);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> thoseWhoHadItsTicketsAreTold(house.bootstrapServers(), fix));
            var recount = new Caller(house.gateway(), house.token("ops")).get("/api/insights/recount");
            assertThat(recount.json().path("equal").asBoolean())
                    .as(recount.body())
                    .isTrue();
        }
    }

    private static void theLaunchSurged(Caller product) {
        var launched = launch(product).path("at").asText();
        var surges = product.get("/api/insights/surges?tag=calendar-3").json().path("items");
        assertThat(surges).isNotEmpty();
        var first = surges.get(surges.size() - 1);
        assertThat(Instant.parse(first.path("opened").asText()))
                .isBetween(Instant.parse(launched), Instant.parse(launched).plus(Duration.ofDays(2)));
        assertThat(first.path("closed").asText()).as("its end").isNotEmpty().isNotEqualTo("null");
        assertThat(first.path("sentence").asText()).contains("customers in");
    }

    private static JsonNode launch(Caller product) {
        var launches = product.get("/api/launches").json().path("items");
        assertThat(launches).hasSize(1);
        return launches.get(0);
    }

    private static void theLaunchIsMeasured(Caller product) {
        var effects = launch(product).path("effects");
        assertThat(effects)
                .anySatisfy(
                        effect -> assertThat(effect.path("verdict").asText()).isIn("returned", "rising", "regression"));
    }

    private static String theFixWorked(Caller product) {
        var fix = product.get("/api/fixes").json().path("items").path(0);
        assertThat(fix.path("effect").path("verdict").asText())
                .as(fix.toString())
                .isEqualTo("fell");
        assertThat(fix.path("effect").path("high").asDouble()).isNegative();
        return fix.path("id").asText();
    }

    private static void thoseWhoHadItsTicketsAreTold(String kafka, String fix) {
        var people = new HashSet<String>();
        try (var insights = new Topic(kafka, "insights.events.v1")) {
            insights.read(event -> {
                if (event.type().equals("groundswell.insights.fix-measured.v1")
                        && event.data().path("fixId").asText().equals(fix)) {
                    event.data().path("people").forEach(person -> people.add(person.asText()));
                }
            });
        }
        assertThat(people).isNotEmpty();
    }
}
