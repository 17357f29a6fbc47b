package groundswell.insights.accounts;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import groundswell.insights.Churn;
import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

    @Inject
    Churn.Source churn;

    @Test
    void accounts_that_leave_are_set_against_those_that_wrote_about_something_else() throws Exception {
        var world = World.published(kafka);
        var ago = Duration.ofDays(40);
        for (int i = 0; i < 12; i++) {
            world.openedBy("leaver-" + i, "lost-files", ago.plusHours(i));
            world.openedBy("leaver-" + i, "lost-files", ago.minusHours(i)); // one that writes twice is one
            world.described("leaver-" + i, i < 6 ? Instant.now().minus(Duration.ofDays(30)) : null);
        }
        world.openedBy("leaver-0", "small-print", ago.minusDays(5)); // left soon after this one too: it is of both
        for (int i = 0; i < 40; i++) {
            world.openedBy("stayer-" + i, "small-print", ago.plusHours(i));
            world.described("stayer-" + i, null);
        }
        world.openedBy("never-described", "lost-files", ago);
        world.openedBy("came-back", "small-print", ago);
        world.described("came-back", Instant.now().minus(Duration.ofDays(35)));
        world.described("came-back", null);
        world.openedBy("left-long-after", "small-print", Duration.ofDays(100));
        world.described("left-long-after", Instant.now().minus(Duration.ofDays(60)));
        world.openedBy("left-before", "small-print", ago);
        world.described("left-before", Instant.now().minus(Duration.ofDays(200)));
        var sameDay = Instant.now().minus(ago);
        world.openedBy("left-that-day", "small-print", ago);
        world.described("left-that-day", sameDay.truncatedTo(ChronoUnit.DAYS));
        world.openedBy("too-young", "lost-files", Duration.ofDays(5));
        world.described("too-young", Instant.now().minus(Duration.ofDays(1)));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var known = churn.knownAt(Instant.now());
            assertThat(known.of("lost-files")).isEqualTo(new Churn(12, 6));
            assertThat(known.of("small-print")).isEqualTo(new Churn(44, 2));
            assertThat(known.all()).isEqualTo(new Churn(55, 7));
            assertThat(known.but("lost-files")).isEqualTo(new Churn(43, 1));
        });
        // who leaves is read once in ten seconds for all who look
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("product")
                        .get("/insights/newsworthy")
                        .then()
                        .statusCode(200)
                        .body(containsString("from 10 ratings or accounts on"))
                        .body(not(containsString("Whether customers leave is not known"))));
    }

    @Test
    void customers_who_write_are_a_part_of_all_as_they_were_last_counted() throws Exception {
        var world = World.published(kafka);
        for (int i = 0; i < 3; i++) { // few, so that hardly any ticket of the house names an account
            world.openedBy("reached-" + i, "reached", Duration.ofDays(3).plusHours(i));
            world.openedBy("reached-" + i, "reached", Duration.ofDays(5).plusHours(i));
        }
        var today = LocalDate.now(ZoneOffset.UTC);
        world.customers(today.minusDays(40), 99);
        world.customers(today.minusDays(2), 10_000);
        world.customers(today.minusDays(2), 30_000);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(theme("reached"))
                    .containsEntry("customers", 3)
                    .containsEntry("accounts", 0)
                    .containsEntry("partOfAll", 1.0E-4f);
        });
        assertThat(theme("reached").get("sentence").toString())
                .contains(" of the 30,000 you had on ")
                .contains("Whether customers leave over it is not known");
        as("product").get("/themes/reached?window=28d").then().body(containsString("of the 30,000 you had on"));
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
