package groundswell.insights;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.insights.InsightsApiTest.as;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasClassOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages change by themselves when something becomes known, and leave alone what somebody does on them meanwhile. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FollowingPageTest {
    private static final double SOON = 60_000;

    private static final List<String> LANTERNS = List.of(
            "Paper lanterns for our festival should be counted by colour",
            "Can paper lanterns be counted by colour before the festival?",
            "We count the paper lanterns of the festival by colour on paper",
            "Counting the festival's paper lanterns by colour would save us hours",
            "Please count paper lanterns by colour, our festival has thousands");

    private static final List<String> BEEHIVES = List.of(
            "The weight of each beehive should be noted with the honey harvest",
            "Can we note the weight of a beehive beside its honey harvest?",
            "Beehive weight belongs to the honey harvest, please let us note it",
            "We weigh every beehive at the honey harvest and have no place for it",
            "A beehive's weight at the honey harvest is missing");

    @TestHTTPResource("/")
    URI house;

    @Inject
    DataSource database;

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    World world;

    @BeforeEach
    void heard() throws Exception {
        world = World.published(kafka);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> Assertions.assertThat(world.heardBy(database)).isTrue());
    }

    @Test
    void discover_shows_what_is_found_and_decided_and_what_was_opened_stays_open(Page page) throws Exception {
        open(page, "insights/discover");
        var lanterns = group(page, "lantern");
        var hives = group(page, "beehive");
        wroteUnclearly("Lanterns", LANTERNS);
        wroteUnclearly("Beehives", BEEHIVES);
        assertThat(lanterns).hasCount(1, new HasCountOptions().setTimeout(SOON));
        assertThat(hives).hasCount(1, new HasCountOptions().setTimeout(SOON));

        dismiss("lantern");
        var dismissed = page.locator("#dismissed");
        assertThat(dismissed).containsText("antern", soon());
        dismissed.locator("summary").press("Enter");
        assertThat(dismissed.getByText("antern").first()).isVisible();
        dismiss("beehive");
        assertThat(dismissed).containsText("eehive", soon());
        assertThat(dismissed.getByText("eehive").first()).isVisible();
        assertThat(dismissed.locator("summary")).isFocused();
    }

    @Test
    void a_ticket_that_is_read_elsewhere_is_ticked_off_on_the_reading_list(Page page) throws Exception {
        var at = Instant.now().atZone(ZoneOffset.UTC).minusWeeks(1).toInstant();
        world.wroteAt(at, seals, customers.another(), "clock-late", "revenue", "Clock", "The clock is a day late.");
        world.wroteAt(at, seals, customers.another(), "clock-late", "revenue", "Clock", "It shows yesterday.");
        var unread = page.locator("#part-list li:not(.done)");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            open(page, "insights/reading");
            return unread.count() > 1;
        });
        var link = unread.nth(1).locator("a");
        var address = link.getAttribute("href");
        link.focus();
        var first = unread.first().locator("a").getAttribute("href");
        as("ops")
                .put("/api/insights/reading-list/" + first.substring(first.lastIndexOf('/') + 1) + "/read")
                .then()
                .statusCode(204);
        var row = page.locator("#part-list li").filter(new FilterOptions().setHas(page.locator(href(first))));
        assertThat(row).hasClass("done", new HasClassOptions().setTimeout(SOON));
        assertThat(page.locator("#part-list " + href(address))).isFocused();
    }

    @Test
    void a_report_that_is_written_comes_to_the_list_and_the_choice_stays(Page page) {
        open(page, "reports");
        var choice = page.locator("#period");
        var chosen = choice.locator("option[value^=week]").last().getAttribute("value");
        choice.selectOption(chosen);
        choice.focus();
        var before = page.locator("#part-list li").count();
        as("lead")
                .contentType("application/json")
                .body("{\"kind\": \"week\", \"period\": \"" + chosen.substring("week ".length()) + "\"}")
                .post("/api/insights/reports")
                .then()
                .statusCode(201);
        assertThat(page.locator("#part-list li")).hasCount(before + 1, new HasCountOptions().setTimeout(SOON));
        assertThat(page.locator("#part-count")).hasText(String.valueOf(before + 1));
        assertThat(choice).hasValue(chosen);
        assertThat(choice).isFocused();
    }

    @Test
    void a_list_of_tickets_shows_the_newest_and_stays_as_long_as_it_was(Page page) {
        open(page, "insights/tickets?theme=sync-lost");
        var rows = page.locator("#part-list .rows li");
        page.locator(".more button").click();
        assertThat(rows).hasCount(50);
        var newest = rows.first().locator("a");
        var number = newest.textContent();
        world.another("sync-lost", "reliability");
        assertThat(newest).not().hasText(number, new HasTextOptions().setTimeout(SOON));
        assertThat(rows).hasCount(50);
    }

    @Test
    void thresholds_that_are_put_in_force_come_to_the_page_and_what_is_typed_stays(Page page) {
        open(page, "insights/newsworthy/thresholds");
        var versions = page.locator("#part-versions tbody tr");
        var before = versions.count();
        page.locator("#growth").fill("35");
        var now = as("pr").get("/api/insights/newsworthy/thresholds");
        as("pr").contentType("application/json")
                .header("If-Match", now.header("ETag"))
                .body("{\"share\": 0.05, \"growth\": 0.2, \"newFrom\": 10, \"fewestRated\": 10}")
                .put("/api/insights/newsworthy/thresholds")
                .then()
                .statusCode(200);
        assertThat(versions).hasCount(before + 1, new HasCountOptions().setTimeout(SOON));
        assertThat(page.locator("#growth")).hasValue("35");
        assertThat(page.locator("#growth")).isFocused();
    }

    @Test
    void a_launch_that_a_release_system_notes_comes_to_the_page(Page page) {
        open(page, "launches");
        as("integrator")
                .contentType("application/json")
                .body("{\"name\": \"Brass bells\", \"at\": \""
                        + Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS)
                        + "\", \"themes\": []}")
                .post("/api/launches")
                .then()
                .statusCode(201);
        assertThat(page.locator("#part-launches")).containsText("Brass bells", soon());
    }

    @Test
    void what_the_help_centre_tells_comes_to_the_page(Page page) {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        as("integrator")
                .contentType("text/csv")
                .body("term,searches,people,opened\nsmoke signals,5,4,0\n")
                .put("/api/help-centre/" + day + "/searches")
                .then()
                .statusCode(200);
        open(page, "insights/documentation");
        assertThat(page.locator("#part-terms")).containsText("smoke signals");
        as("integrator")
                .contentType("text/csv")
                .body("term,searches,people,opened\nsmoke signals,5,4,0\ntin whistles,7,6,0\n")
                .put("/api/help-centre/" + day + "/searches")
                .then()
                .statusCode(200);
        assertThat(page.locator("#part-terms")).containsText("tin whistles", soon());
    }

    private static ContainsTextOptions soon() {
        return new ContainsTextOptions().setTimeout(SOON);
    }

    private static String href(String address) {
        return "a[href='" + address + "']";
    }

    private static Locator group(Page page, String word) {
        return page.locator("section.card").filter(new FilterOptions().setHasText(word));
    }

    private void wroteUnclearly(String subject, List<String> texts) throws Exception {
        for (var text : texts) {
            world.wroteUnclearly(seals, customers.another(), subject, text);
        }
    }

    private static void dismiss(String word) {
        var id = as("product")
                .get("/api/insights/discoveries")
                .jsonPath()
                .<String>get("items.find { it.words.any { it.contains('" + word + "') } }.id");
        as("product")
                .header(
                        "If-Match",
                        as("product").get("/api/insights/discoveries/" + id).getHeader("ETag"))
                .post("/api/insights/discoveries/" + id + "/dismissal")
                .then()
                .statusCode(204);
    }

    private void open(Page page, String path) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + InsightsApiTest.token("ops")));
        page.navigate(house.resolve(path).toString());
        assertThat(page.locator("live-stream")).hasText("Live");
    }
}
