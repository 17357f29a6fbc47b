package groundswell.insights.newsworthy;

import static groundswell.insights.InsightsApiTest.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NewsworthyApiTest {
    static final String OTHERS = "{\"share\": 0.04, \"growth\": 0.3, \"newFrom\": 12, \"fewestRated\": 20}";

    @Test
    void thresholds_change_by_version_and_stand_with_every_answer() {
        var seen = as("pr").get("/api/insights/newsworthy/thresholds");
        var version = seen.jsonPath().getInt("[0].thresholds.version");
        as("pr").contentType(ContentType.JSON)
                .body(OTHERS)
                .put("/api/insights/newsworthy/thresholds")
                .then()
                .statusCode(428);
        as("pr").contentType(ContentType.JSON)
                .header("If-Match", seen.header("ETag"))
                .body(OTHERS)
                .put("/api/insights/newsworthy/thresholds")
                .then()
                .statusCode(200)
                .body("version", equalTo(version + 1));
        as("pr").contentType(ContentType.JSON)
                .header("If-Match", seen.header("ETag"))
                .body(OTHERS)
                .put("/api/insights/newsworthy/thresholds")
                .then()
                .statusCode(412);
        as("agent")
                .get("/api/insights/newsworthy?week=2001-W01")
                .then()
                .statusCode(200)
                .body("thresholds.version", equalTo(version + 1))
                .body("thresholds.newFrom", equalTo(12))
                .body("items", empty());
        as("agent")
                .get("/api/insights/newsworthy/thresholds")
                .then()
                .body("$", hasSize(version + 2))
                .body("[0].by", equalTo("agent:00000000-0000-0000-0000-000000000001"));
    }

    @Test
    void thresholds_out_of_range_are_refused_by_field() {
        as("pr").contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"share\": 0, \"growth\": 0.3, \"newFrom\": 12, \"fewestRated\": 2}")
                .put("/api/insights/newsworthy/thresholds")
                .then()
                .statusCode(400)
                .body("errors.field.sort()", equalTo(java.util.List.of("fewestRated", "share")));
        as("agent")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(OTHERS)
                .put("/api/insights/newsworthy/thresholds")
                .then()
                .statusCode(403);
        as("pr").get("/api/insights/newsworthy?week=soon").then().statusCode(400);
    }

    @Test
    void a_page_tries_thresholds_and_says_which_is_out_of_range() {
        as("agent")
                .get("/insights/newsworthy/thresholds?share=4&growth=30&newFrom=12&fewestRated=20")
                .then()
                .statusCode(200)
                .body(containsString("What these would change"), not(containsString("hx-post")));
        as("agent").get("/insights/newsworthy/thresholds?share=400").then().statusCode(400);
        as("agent")
                .contentType(ContentType.URLENC)
                .body("share=4&growth=30&newFrom=12&fewestRated=20&version=0")
                .post("/insights/newsworthy/thresholds")
                .then()
                .statusCode(403);
    }
}
