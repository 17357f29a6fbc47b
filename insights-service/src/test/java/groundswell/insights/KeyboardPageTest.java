package groundswell.insights;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Browser;
import groundswell.ui.browser.Keyboard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has no mouse, or has a page read out, gets as far as everybody. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyboardPageTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operations",
                "themes?window=28d",
                "themes/reliability-slow",
                "surges?days=3650",
                "launches",
                "insights/gaps",
                "insights/documentation",
                "insights/response-times",
                "insights/months",
                "insights/newsworthy",
                "insights/newsworthy/thresholds",
                "insights/discover",
                "insights/reading",
                "insights/kudos",
                "insights/tickets?theme=reliability-slow",
                "insights/rebuilds",
                "reports"
            })
    void tab_reaches_all_of_a_page_and_its_outline_can_be_read_out(String path, Page page) {
        open(page, path);
        Keyboard.isOutlined(page);
        Keyboard.reachesEverything(page);
    }

    @Test
    void more_tickets_are_read_on_where_they_begin(Page page) {
        open(page, "insights/tickets?theme=reliability-slow");
        var rows = page.locator("#part-list .rows li");
        assertThat(rows).hasCount(25);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("More"))
                .press("Enter");
        assertThat(rows).hasCount(50);
        assertThat(rows.nth(25).locator("a")).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*shown=50.*"));
        page.reload();
        assertThat(rows).hasCount(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insights/discover",
                "insights/newsworthy",
                "insights/reading",
                "insights/kudos",
                "insights/tickets?theme=reliability-slow",
                "insights/response-times",
                "insights/months"
            })
    void how_something_is_counted_can_be_read_on_the_page(String path, Page page) {
        open(page, path);
        page.getByText("How this is counted").press("Enter");
        assertThat(page.locator("details[open] p"))
                .containsText("Tickets written by machines and tickets merged into another do not count.");
        PagesPageTest.checked(page, path.replaceAll("\\W", "-") + "-how");
    }

    @Test
    void how_something_is_counted_opens_with_enter_and_closes_with_the_space_bar(Page page) {
        open(page, "insights/newsworthy");
        var how = page.getByText("How this is counted");
        var text = page.getByText("Clearly more");
        how.press("Enter");
        assertThat(page.locator("details[open]")).hasCount(1);
        assertThat(text.last()).isVisible();
        how.press(" ");
        assertThat(page.locator("details[open]")).hasCount(0);
        assertThat(how).isFocused();
    }

    @Test
    void a_window_is_chosen_with_enter(Page page) {
        open(page, "insights/response-times");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("7 days"))
                .press("Enter");
        assertThat(page.locator("nav.tabs [aria-current=page]").first()).hasText("7 days");
    }

    @Test
    void a_ticket_is_ticked_off_with_the_space_bar_and_the_focus_stays(Page page) throws Exception {
        var at = Instant.now().atZone(ZoneOffset.UTC).minusWeeks(1).toInstant();
        for (var text : new String[] {"The keyboard of the till beeps at night.", "Its keys stick when it is cold."}) {
            world.wroteAt(at, seals, customers.another(), "keys-stick", "revenue", "Keys", text);
        }
        var unread = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have read"));
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            open(page, "insights/reading");
            return unread.count() > 1;
        });
        var id = unread.first().getAttribute("id");
        unread.first().press(" ");
        assertThat(page.locator("#" + id)).hasText("Read");
        assertThat(page.locator("#" + id)).isFocused();
        var next = unread.first().getAttribute("id");
        do {
            page.keyboard().press("Tab");
        } while (page.locator("[data-row]:focus").count() > 0);
        assertThat(page.locator("#" + next)).isFocused();
    }

    private void open(Page page, String path) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + InsightsApiTest.token("admin")));
        page.navigate(house.resolve(path).toString());
        assertThat(page.locator("live-stream")).hasText("Live");
    }
}
