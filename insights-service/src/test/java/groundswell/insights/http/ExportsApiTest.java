package groundswell.insights.http;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Launches, fixes and customers as tables: what somebody called like a formula is a text to a spreadsheet. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExportsApiTest {
    private static final String FORMULA = "=cmd(1)";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ParameterizedTest
    @CsvSource({
        "/api/launches, effects",
        "/api/fixes, effect.verdict",
    })
    void what_was_launched_and_fixed_comes_as_csv_and_ndjson(String list, String effect) throws Exception {
        as("product")
                .contentType(ContentType.JSON)
                .body(Map.of("name", FORMULA, "at", "2026-01-07T09:00:00Z", "themes", List.of("sync-lost")))
                .post(list)
                .then()
                .statusCode(201);
        var id = as("product").get(list + "?limit=200").<String>path("items.find { it.name == '" + FORMULA + "' }.id");

        var csv = csv(list + "?limit=200");
        assertThat(csv.getFirst()).startsWith("id,name,at,themes,notedBy,notedAt,version," + effect);
        assertThat(csv.stream().filter(line -> line.startsWith(id)))
                .singleElement()
                .asString()
                .startsWith(id + ",'=cmd(1),2026-01-07T09:00:00Z,sync-lost,");
        assertThat(objects(list + "?limit=200")
                        .filter(one -> one.path("id").asText().equals(id)))
                .singleElement()
                .satisfies(one -> assertThat(one.path("name").asText()).isEqualTo(FORMULA));
    }

    @Test
    void who_writes_about_what_comes_as_csv_and_ndjson() throws Exception {
        var list = "/api/insights/customers?window=28d";
        World.published(kafka).openedBy("exported", FORMULA, Duration.ofDays(3));
        await().until(() ->
                as("product").get(list).jsonPath().getList("items.theme").contains(FORMULA));

        var csv = csv(list);
        assertThat(csv.getFirst()).matches("theme,name,customers(,partOfAll)?,accounts,left,.*against,sentence.*");
        assertThat(csv.stream().filter(line -> line.contains("cmd")))
                .singleElement()
                .asString()
                .startsWith("'=cmd(1),'=cmd(1),1,");
        assertThat(objects(list).map(one -> one.path("theme").asText())).contains(FORMULA);
    }

    private static List<String> csv(String list) {
        var answer = as("product").accept("text/csv").get(list);
        answer.then().statusCode(200).contentType("text/csv");
        return answer.asString().lines().toList();
    }

    /** Each line is one by itself; as many as JSON has. */
    private static Stream<JsonNode> objects(String list) throws Exception {
        var answer = as("product").accept("application/x-ndjson").get(list);
        answer.then().statusCode(200).contentType("application/x-ndjson");
        var json = new ObjectMapper();
        var objects = new java.util.ArrayList<JsonNode>();
        for (var line : answer.asString().split("\n")) {
            objects.add(json.readTree(line));
        }
        assertThat(objects)
                .allMatch(JsonNode::isObject)
                .hasSameSizeAs(as("product").get(list).jsonPath().getList("items"));
        return objects.stream();
    }
}
