package groundswell.insights.http;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks chooses the format; without asking it is JSON. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TablesApiTest {
    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void heard() throws Exception {
        var world = World.published(kafka);
        await().untilAsserted(() -> assertThat(world.heardBy(database)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aggregates?by=theme",
                "top-five",
                "newsworthy",
                "queues",
                "surges",
                "reports",
                "discoveries",
                "reading-list",
                "sentiment",
                "satisfaction",
                "response-times",
                "escalations",
                "words/rising",
                "words",
                "kudos",
                "tickets",
                "months",
                "documentation",
                "documentation/searches"
            })
    void every_list_is_json_csv_and_ndjson(String list) {
        var path = "/api/insights/" + list;
        as("product").get(path).then().statusCode(200).contentType("application/json");
        as("product").accept("text/csv").get(path).then().statusCode(200).contentType("text/csv");
        as("product")
                .accept("application/x-ndjson")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson");
        as("product").accept("*/*").get(path).then().statusCode(200).contentType("application/json");
    }

    @Test
    void rows_are_the_same_and_the_next_page_is_linked() {
        var json =
                as("product").get("/api/insights/tickets?limit=3&team=product").jsonPath();
        var csv = as("product").accept("text/csv").get("/api/insights/tickets?limit=3&team=product");
        assertThat(csv.asString().lines().skip(1).map(line -> line.split(",")[0]))
                .isEqualTo(json.getList("items.id"));
        var next = csv.header("Link");
        assertThat(next).matches("</api/insights/tickets\\?limit=3&team=product&after=[^>]+>; rel=\"next\"");
        var page = as("product")
                .urlEncodingEnabled(false)
                .accept("application/x-ndjson")
                .get(next.substring(1, next.indexOf('>')));
        assertThat(page.asString().lines())
                .hasSize(3)
                .doesNotContainAnyElementsOf(csv.asString().lines().toList());
        as("product")
                .accept("text/csv")
                .get("/api/insights/tickets?limit=9999")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
