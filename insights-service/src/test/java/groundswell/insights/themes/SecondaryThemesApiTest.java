package groundswell.insights.themes;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A ticket counts under its main theme alone; what else it is about is told beside the counts. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecondaryThemesApiTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void tickets_that_touch_a_theme_are_told_and_listed_beside_its_own() throws Exception {
        var world = World.published(kafka);
        world.rated("secondary-main", 4, Duration.ofDays(2));
        var touching = world.rated("secondary-other", 4, Duration.ofDays(3));
        var noMore = world.rated("secondary-other", 4, Duration.ofDays(4));
        var merged = world.rated("secondary-other", 4, Duration.ofDays(5));
        for (var ticket : List.of(touching, noMore, merged)) {
            world.classified(ticket, "secondary-other", "secondary-main", "secondary-third");
        }
        world.classified(noMore, "secondary-other", "secondary-third");
        world.merged(merged, touching, "nobody");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as("product")
                        .get("/api/insights/themes/secondary-main?window=28d")
                        .then()
                        .body("number.tickets", equalTo(1))
                        .body("secondary.tickets", equalTo(1)));
        String link = as("product")
                .get("/api/insights/themes/secondary-main?window=28d")
                .path("secondary.link");
        assertThat(as("product").urlEncodingEnabled(false).get(link).jsonPath().getList("items.id"))
                .containsExactly(touching.toString());
        as("product")
                .get("/themes/secondary-main?window=28d")
                .then()
                .body(containsString("1 more ticket touches on it, mainly about something else"));
        as("product")
                .urlEncodingEnabled(false)
                .get(link.replace("/api", ""))
                .then()
                .body(containsString("Also about secondary-main"));
    }
}
