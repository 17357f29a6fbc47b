package groundswell.insights.months;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MonthsApiTest {
    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    final String last = YearMonth.now(ZoneOffset.UTC).minusMonths(1).toString();

    @BeforeEach
    void heard() throws Exception {
        var world = World.published(kafka);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(world.heardBy(database)).isTrue());
    }

    @Test
    void every_number_of_a_month_opens_its_tickets() {
        var months = as("product").get("/api/insights/months?months=3").jsonPath();
        assertThat(months.getString("months[2]")).isEqualTo(last);
        int tickets = months.getInt("items.find { it.theme == 'reliability-slow' }.months[2].tickets");
        assertThat(tickets).isGreaterThan(50);
        as("product")
                .urlEncodingEnabled(false)
                .get(months.getString("items.find { it.theme == 'reliability-slow' }.months[2].link") + "&limit=200")
                .then()
                .body("items.size()", equalTo(tickets));
    }

    @Test
    void the_same_comes_as_csv() {
        var lines = as("product")
                .get("/api/insights/months/csv?months=3")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines.getFirst()).isEqualTo("theme,name,course,month,tickets,of,share");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("reliability-slow,Slow or timing out,") && line.contains(last));
        as("product").get("/api/insights/months?months=0").then().statusCode(400);
    }
}
