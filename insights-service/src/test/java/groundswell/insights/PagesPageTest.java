package groundswell.insights;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.ui.browser.Browser.shot;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesPageTest {
    @TestHTTPResource("/")
    URI house;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    World world;

    @BeforeEach
    void heard() throws Exception {
        world = World.published(kafka);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> Assertions.assertThat(world.heardBy(database)).isTrue());
    }

    @Test
    void operations_shows_what_happens_and_follows_it_live(Page page) {
        open(page, "operations");
        assertThat(page.locator("live-stream")).hasText("Live");
        assertThat(page.locator(".figure")).hasCount(4);
        assertThat(page.locator("live-lines svg")).containsText("Charged twice");
        assertThat(page.locator("[data-live=insight]")).containsText("times its usual rate");
        assertThat(page.locator("[data-live=queues] tbody tr").first()).containsText("Revenue");
        checked(page, "operations");
        page.setViewportSize(1440, 1000);
        var unassigned = page.locator("[data-k=unassigned-product]");
        assertThat(unassigned).hasText(String.valueOf(world.openIn("product")));
        world.another("product-how-to", "product");
        assertThat(unassigned).hasText(String.valueOf(world.openIn("product")));
    }

    @Test
    void themes_are_ranked_and_follow_what_happens(Page page) {
        open(page, "themes?window=28d");
        assertThat(page.locator("live-stream")).hasText("Live");
        var tickets = page.locator("[data-k=n-billing-double-charge]");
        var before = tickets.textContent();
        world.another("billing-double-charge", "revenue");
        assertThat(tickets).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        InsightsApiTest.as("integrator").get("/insights/changes").then().statusCode(403);
    }

    @Test
    void themes_are_ranked_and_lead_to_one_theme_and_its_tickets(Page page) {
        open(page, "themes?window=28d");
        assertThat(page.locator("tbody tr").first()).containsText("Slow or timing out");
        checked(page, "themes");
        page.setViewportSize(1440, 1000);
        page.getByText("Slow or timing out").first().click();
        assertThat(page.locator("h1")).hasText("Slow or timing out");
        assertThat(page.locator("live-lines svg")).containsText("Usual for the weekday");
        assertThat(page.locator(".rows li")).hasCount(25);
        checked(page, "theme");
        page.setViewportSize(1440, 1000);
        page.locator(".more button").click();
        assertThat(page.locator(".rows li")).hasCount(50);
        page.locator(".figure a").first().click();
        assertThat(page.locator("h1")).hasText("Tickets behind the number");
        assertThat(page.locator(".rows li").first()).containsText(Pattern.compile("TKT-\\d+"));
        checked(page, "tickets");
    }

    @Test
    void surges_are_listed_with_what_is_usual_and_lead_to_their_tickets(Page page) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> Assertions.assertThat(InsightsApiTest.as("ops")
                                .get(
                                        "/api/insights/surges?from=2019-01-01T00:00:00Z&to=2020-01-01T00:00:00Z&tag=outage")
                                .jsonPath()
                                .getList("items"))
                        .hasSize(1));
        open(page, "surges?days=3650");
        var outage = page.locator("tr", new Page.LocatorOptions().setHasText("Tag “outage”"));
        assertThat(outage).containsText("under 1");
        checked(page, "surges");
        page.setViewportSize(1440, 1000);
        outage.locator("td.n a").click();
        assertThat(page.locator("h1")).hasText("Tickets behind the number");
        assertThat(page.locator(".chips")).containsText("Tagged outage");
        assertThat(page.locator(".rows li").first()).containsText("TKT-");
        page.goBack();
        outage.locator("th a").click();
        assertThat(page.locator("h1")).hasText("Tag “outage”");
        assertThat(page.locator("main")).containsText("No word stands out");
        checked(page, "surge");
    }

    @Test
    void a_fix_that_is_noted_says_whether_it_worked(Page page) {
        open(page, "launches", "product");
        page.locator("#name").fill("Sync keeps its place");
        page.locator("#at")
                .fill(LocalDateTime.now(ZoneOffset.UTC)
                        .minusDays(World.FIXED_DAYS_AGO)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        page.locator("#for-themes").selectOption("sync-lost");
        page.getByText("Note it").click();
        var fix = page.locator(".rows li", new Page.LocatorOptions().setHasText("Sync keeps its place"));
        assertThat(fix).containsText("Worked");
        assertThat(fix).containsText("Fell by 8");
        checked(page, "launches");
        page.setViewportSize(1440, 1000);
        fix.locator("a").click();
        assertThat(page.locator("h1")).hasText("Sync keeps its place");
        assertThat(page.locator("live-lines svg")).containsText("Sync keeps its place");
        checked(page, "launch");
        page.setViewportSize(1440, 1000);
        page.getByText("How this is measured").click();
        assertThat(page.locator("#measured p")).isVisible();
        page.locator("#measured summary").click();
        assertThat(page.locator("#measured p")).isHidden();
        page.navigate(house.resolve("themes/sync-lost").toString());
        assertThat(page.locator("live-lines svg")).containsText("Sync keeps its place");
    }

    @Test
    void their_words_are_quoted_on_a_themes_page_and_thank_yous_under_kudos(Page page) throws Exception {
        for (var text : List.of(
                "I can't find the list of open invoices any more.",
                "Where is the invoices tab? I looked everywhere.",
                "Two invoices for one month, that is really confusing.",
                "Thank you so much for the quick help with the second payment!")) {
            world.wrote(seals, customers.another(), "billing-double-charge", "revenue", "Invoices", text);
        }
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> Assertions.assertThat(InsightsApiTest.as("ops")
                                .get("/api/insights/words?theme=billing-double-charge")
                                .jsonPath()
                                .getList("cues.cue"))
                        .contains("cant_find", "confusing", "thanks"));
        open(page, "themes/billing-double-charge");
        assertThat(page.getByText("“I can't find the list of open invoices any more.”"))
                .isVisible();
        checked(page, "theme-words");
        page.setViewportSize(1440, 1000);
        open(page, "insights/kudos");
        assertThat(page.getByText("“Thank you so much for the quick help with the second payment!”"))
                .isVisible();
        checked(page, "kudos");
    }

    @Test
    void what_support_cannot_resolve_leads_to_its_tickets(Page page) throws Exception {
        for (var reason : List.of("bug", "policy", "policy")) {
            var ticket = world.wrote(
                    seals, customers.another(), "billing-double-charge", "revenue", "Refund", "May I have it in cash?");
            world.escalated(ticket, reason);
        }
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> Assertions.assertThat(InsightsApiTest.as("ops")
                                .get("/api/insights/escalations")
                                .jsonPath()
                                .<Integer>get("items.find { it.theme == 'billing-double-charge' }.tickets"))
                        .isEqualTo(3));
        open(page, "insights/gaps");
        checked(page, "gaps");
        page.setViewportSize(1440, 1000);
        var row = page.locator("tr", new Page.LocatorOptions().setHasText("Charged twice"));
        row.locator("td").nth(2).locator("a").click();
        assertThat(page.locator(".chips")).containsText("A policy");
        assertThat(page.locator(".rows li")).hasCount(2);
    }

    @Test
    void how_long_customers_wait_leads_to_the_tickets(Page page) {
        open(page, "insights/response-times");
        assertThat(page.locator("section[aria-labelledby=h-reply] .insight")).containsText("Half within");
        checked(page, "response-times");
        page.setViewportSize(1440, 1000);
        page.getByText("By theme").click();
        page.locator("tr", new Page.LocatorOptions().setHasText("Sync loses changes"))
                .locator("td a")
                .first()
                .click();
        assertThat(page.locator(".chips")).containsText("Sync loses changes");
    }

    @Test
    void themes_stand_month_by_month(Page page) {
        open(page, "insights/months");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Slow or timing out")))
                .isVisible();
        checked(page, "months");
    }

    @Test
    void the_weeks_leads_say_which_conditions_hold(Page page) {
        open(page, "insights/newsworthy", "product");
        assertThat(page.locator("#h-trend")).isVisible();
        checked(page, "newsworthy");
    }

    @Test
    void other_thresholds_are_tried_on_the_last_weeks_before_they_are_put_in_force(Page page) {
        open(page, "insights/newsworthy/thresholds", "product");
        assertThat(page.locator("button", new Page.LocatorOptions().setHasText("Put in force")))
                .hasCount(0);
        page.locator("#share").fill("99.5");
        page.locator("#growth").fill("9000");
        page.locator("#newFrom").fill("9999");
        page.getByText("Try", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#h-weeks")).hasText("What these would change");
        assertThat(page.locator(".badge.warn").first()).containsText("not any more");
        checked(page, "thresholds");
        page.setViewportSize(1440, 1000);
        assertThat(page.locator("#share")).hasValue("99.5");
        try {
            page.locator("button", new Page.LocatorOptions().setHasText("Put in force"))
                    .click();
            assertThat(page.locator("#h-weeks")).hasText("Newsworthy with those in force");
            assertThat(page.locator("tbody tr").first()).containsText("9000");
        } finally {
            var shipped = InsightsApiTest.as("pr").get("/api/insights/newsworthy/thresholds");
            InsightsApiTest.as("pr")
                    .contentType("application/json")
                    .header("If-Match", shipped.header("ETag"))
                    .body("{\"share\": 0.05, \"growth\": 0.2, \"newFrom\": 10, \"fewestRated\": 10}")
                    .put("/api/insights/newsworthy/thresholds")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_report_is_written_read_and_every_number_of_it_opened(Page page) {
        open(page, "reports", "product");
        checked(page, "reports");
        page.setViewportSize(1440, 1000);
        page.locator("#period").selectOption(new SelectOption().setIndex(0));
        page.getByText("Write the report").click();
        assertThat(page.locator("article.report h2").first()).hasText("What customers wrote about");
        page.getByText("Work it out again").click();
        assertThat(page.locator("#checked .badge")).hasText("Sound");
        checked(page, "report");
        page.setViewportSize(1440, 1000);
        var number = page.locator("article.report tbody a").first();
        var tickets = number.textContent();
        number.click();
        assertThat(page.locator("h1")).hasText("Tickets behind the number");
        assertThat(page.locator("#h-behind")).containsText(tickets);
        checked(page, "report-tickets");
    }

    @Test
    void who_runs_the_house_counts_everything_again(Page page) {
        open(page, "insights/rebuilds", "admin");
        page.locator("button", new Page.LocatorOptions().setHasText("Count everything again"))
                .click();
        var done = page.locator(".rows li", new Page.LocatorOptions().setHasText("events counted"));
        assertThat(done.first()).isVisible(new IsVisibleOptions().setTimeout(40_000));
        checked(page, "rebuilds");
    }

    @Test
    void what_no_theme_fits_is_discovered_opened_and_dismissed(Page page) throws Exception {
        for (var text : List.of(
                "Please let us pay the subscription with cryptocurrency such as bitcoin",
                "Do you take bitcoin? We would pay the subscription in cryptocurrency",
                "Paying in bitcoin or another cryptocurrency would be our preferred way",
                "Can the yearly subscription be paid with bitcoin or other cryptocurrency?",
                "We hold cryptocurrency and want to pay you in bitcoin")) {
            world.wroteUnclearly(seals, customers.another(), "Paying in bitcoin", text);
        }
        var card = page.locator("section.card").filter(new Locator.FilterOptions().setHasText("cryptocurrency"));
        open(page, "insights/discover");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            page.reload();
            return card.count() == 1;
        });
        assertThat(card.locator(".say")).hasCount(3);
        checked(page, "discover");
        card.locator("header a").click();
        assertThat(page.locator("[data-row]")).hasCount(5);
        checked(page, "discover-tickets");
        open(page, "insights/discover");
        card.getByText("It is nothing").click();
        assertThat(card).hasCount(0);
        assertThat(page.locator("#dismissed")).containsText("cryptocurrency");
    }

    @Test
    void what_was_discovered_is_adopted_as_it_is_suggested(Page page) throws Exception {
        for (var text : List.of(
                "Please show the menu in sign language for our deaf staff",
                "Our deaf staff needs sign language videos for the menu",
                "Could the menu be explained in sign language? Two of us are deaf",
                "Sign language for deaf staff would open the menu to all of us",
                "Deaf staff ask for sign language beside the menu")) {
            world.wroteUnclearly(seals, customers.another(), "Sign language", text);
        }
        var card = page.locator("section.card").filter(new Locator.FilterOptions().setHasText("deaf"));
        open(page, "insights/discover");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            page.reload();
            return card.count() == 1;
        });
        card.getByText("Name it").click();
        assertThat(page.getByLabel("Its name")).hasValue(java.util.regex.Pattern.compile(".*[Ll]anguage.*"));
        checked(page, "discover-name");
        page.getByText("Adopt it").click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/insights/discover$"));
        assertThat(card).hasCount(0);
        page.locator("#named").getByText("Named").click();
        assertThat(page.locator("#named")).containsText("became");
        checked(page, "discover-named");
    }

    @Test
    void last_weeks_tickets_are_read_and_ticked_off(Page page) throws Exception {
        var at = java.time.Instant.now()
                .atZone(java.time.ZoneOffset.UTC)
                .minusWeeks(1)
                .toInstant();
        for (var text : List.of(
                "Changes that I make on the train are gone when I come home. It happens every day since Monday.",
                "My colleague and I edit the same list, and the later one wins without a word.")) {
            world.wroteAt(at, seals, customers.another(), "sync-lost", "revenue", "Changes are lost", text);
        }
        open(page, "insights/reading");
        var row = page.locator(".rows > li").filter(new Locator.FilterOptions().setHasText("on the train"));
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            page.reload();
            return row.count() == 1;
        });
        row.getByText("I have read it").click();
        assertThat(page.locator("#h-reading")).containsText(" of ");
        assertThat(row).hasClass("done");
        checked(page, "reading-list");
    }

    private void open(Page page, String path) {
        open(page, path, "ops");
    }

    private void open(Page page, String path, String role) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + InsightsApiTest.token(role)));
        page.navigate(house.resolve(path).toString());
    }

    /** Accessible in both themes, fits a phone; pictures of all three to look at. */
    static void checked(Page page, String name) {
        Accessibility.check(page);
        shot(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Accessibility.fitsAPhone(page);
        shot(page, name + "-phone");
    }
}
