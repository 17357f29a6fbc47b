package groundswell.insights.accounts;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which part of all customers writes, and whether they leave, is told from what customer systems tell, and never guessed. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomersApiTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void customers_behind_a_theme_are_set_against_all_and_against_those_who_stay() throws Exception {
        var world = World.published(kafka);
        var ago = Duration.ofDays(20);
        for (int i = 0; i < 12; i++) {
            world.openedBy("leaver-" + i, "lost-files", ago.plusHours(i));
            world.openedBy("leaver-" + i, "lost-files", ago.minusHours(i)); // one that writes twice is one
            world.described("leaver-" + i, i < 6 ? Instant.now().minus(Duration.ofDays(10)) : null);
        }
        for (int i = 0; i < 40; i++) {
            world.openedBy("stayer-" + i, "small-print", ago.plusHours(i));
            world.described("stayer-" + i, null);
        }
        world.openedBy("never-described", "lost-files", ago);
        world.described("came-back", Instant.now().minus(Duration.ofDays(15)));
        world.openedBy("came-back", "small-print", ago);
        world.described("came-back", null);
        world.openedBy("left-long-after", "small-print", Duration.ofDays(27));
        world.described("left-long-before", Instant.now().minus(Duration.ofDays(200)));
        world.openedBy("left-long-before", "small-print", ago);
        var today = LocalDate.now(ZoneOffset.UTC);
        world.customers(today.minusDays(40), 99);
        world.customers(today.minusDays(2), 1_000);
        world.customers(today.minusDays(2), 1_300);

        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            assertThat(theme("lost-files"))
                    .containsEntry("customers", 13)
                    .containsEntry("accounts", 12)
                    .containsEntry("left", 6)
                    .containsEntry("against", "more");
            assertThat(theme("small-print"))
                    .containsEntry("customers", 43)
                    .containsEntry("accounts", 42)
                    .containsEntry("left", 0)
                    .containsEntry("against", "less");
            assertThat((Float) theme("lost-files").get("partOfAll")).isEqualTo(0.01f);
        });
        assertThat(theme("lost-files").get("sentence").toString())
                .startsWith("13 customers wrote about it, 1\u00a0% of the 1,300 you had on ")
                .contains(
                        "6 of 12 accounts that wrote about it left within 28 days, clearly more than 0\u00a0% of those");
        as("product").get("/themes/lost-files?window=28d").then().body(containsString("of the 1,300 you had on"));
        as("product")
                .get("/insights/newsworthy")
                .then()
                .statusCode(200)
                .body(containsString("from 10 ratings or accounts on"));
        as("integrator").get("/api/insights/customers").then().statusCode(403);
        as("product").get("/api/insights/customers?window=9d").then().statusCode(400);
    }

    @Test
    void every_sample_of_ticket_service_is_read_or_passed_over() throws Exception {
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        try (var samples = Files.list(Path.of("../ticket-service/contract/samples"))) {
            var read = samples.map(file -> {
                        try {
                            var sample = json.readTree(file.toFile());
                            var type = sample.at("/headers/ce_type").asText();
                            return WhenCustomersAreToldThenRemember.NEWS.knows(type)
                                    ? WhenCustomersAreToldThenRemember.NEWS
                                            .read(type, json.writeValueAsBytes(sample.get("data")))
                                            .getClass()
                                            .getSimpleName()
                                    : "";
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .filter(name -> !name.isEmpty())
                    .toList();
            assertThat(read).containsExactlyInAnyOrder("Opened", "AccountDescribed", "CustomersCounted");
        }
    }

    private static Map<String, Object> theme(String code) {
        return as("product")
                .get("/api/insights/customers?window=28d")
                .jsonPath()
                .getMap("items.find { it.theme == '" + code + "' }");
    }
}
