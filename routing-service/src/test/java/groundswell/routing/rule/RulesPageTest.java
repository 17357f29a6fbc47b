package groundswell.routing.rule;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.routing.TicketFeed.NewTicket.saying;
import static groundswell.ui.browser.Browser.shot;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import groundswell.journal.Journal;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules' pages in a real browser; any console error fails them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RulesPageTest {
    @TestHTTPResource("/routing/rules")
    URI rules;

    @Inject
    TicketFeed tickets;

    @Inject
    Journal<RoutingEvent, RoutingState, RoutingEvent> journal;

    @Test
    void a_lead_adds_a_rule_sees_its_effect_first_and_takes_it_away_again(Page page) {
        var ticket = tickets.open(saying("Kite", "please advise").tagged("kite"));
        await().until(() -> journal.head(ticket.toString())
                .map(head -> head.state().routed() != null)
                .orElse(false));

        as("lead", page).navigate(rules.toString());
        assertThat(page.locator(".rows .what").first()).containsText("Marked as an outage");
        Accessibility.check(page);
        shot(page, "rules");
        Accessibility.fitsAPhone(page);
        shot(page, "rules-phone");
        page.setViewportSize(1440, 1000);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a rule"))
                .click();
        Accessibility.check(page);
        shot(page, "rule-new");
        page.locator("#name").fill("Kites go to Product");
        button(page, "See the effect").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("must ask for something");
        page.locator("#tags").fill("kite, kites");
        page.locator("#team").selectOption("product");
        page.locator("#text").fill("My kite is broken");
        button(page, "See the effect").click();

        assertThat(page.locator("section[aria-labelledby=h-effect] .insight"))
                .containsText("One ticket would have gone elsewhere");
        assertThat(page.locator("section[aria-labelledby=h-text]")).containsText("No rule would match it");
        assertThat(page.locator("main")).containsText("By text");
        Accessibility.check(page);
        shot(page, "rule-effect");
        Accessibility.fitsAPhone(page);
        page.setViewportSize(1440, 1000);
        page.locator("#note").fill("They know the wind");
        button(page, "Put in force").click();

        assertThat(page.locator("ol.rows > li").last()).containsText("tagged kite or kites");
        assertThat(page.locator("section[aria-labelledby=h-changes] li").first())
                .containsText("They know the wind");
        button(page, "Kites go to Product: one place earlier").click();
        button(page, "Put in force").click();
        assertThat(page.locator("section[aria-labelledby=h-changes] li").first())
                .containsText("moved");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, "rules-dark");
        button(page, "Remove Kites go to Product").click();
        button(page, "Put in force").click();
        assertThat(page.locator("ol.rows")).not().containsText("Kites");
    }

    @Test
    void who_may_not_change_rules_reads_them(Page page) {
        as("agent", page).navigate(rules.toString());
        assertThat(page.locator("ol.rows > li").first()).containsText("Where it is tagged incident or outage");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a rule")))
                .hasCount(0);
        assertThat(page.locator("button[name=act]")).hasCount(0);
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page as(String role, Page page) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Tokens.of(role)));
        return page;
    }
}
