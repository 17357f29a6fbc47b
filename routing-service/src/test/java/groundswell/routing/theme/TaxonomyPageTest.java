package groundswell.routing.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.routing.TicketFeed.NewTicket.saying;
import static groundswell.ui.browser.Browser.shot;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
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

/** The taxonomy's pages in a real browser. All that it puts in force is a name, which it takes back. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaxonomyPageTest {
    private static final String KITES = """
            The line of my kite snapped in the first wind.
            kite crashes as soon as it is up
            How long a tail does the box kite need?
            my kites spar is broken, can i get a new one
            """;

    @TestHTTPResource("/routing/taxonomy")
    URI taxonomy;

    @Inject
    TicketFeed tickets;

    @Inject
    Journal<RoutingEvent, RoutingState, RoutingEvent> journal;

    @Test
    void a_product_manager_sees_what_a_new_theme_would_do_before_it_is_in_force(Page page) {
        var ticket = tickets.open(saying("Kite line", "the line of my kite snapped in the wind and it crashed"));
        await().until(() -> journal.head(ticket.toString())
                .map(head -> head.state().routed() != null)
                .orElse(false));
        as("product", page).navigate(taxonomy.toString());
        assertThat(page.locator("main")).containsText("Charged twice");
        Accessibility.check(page);
        shot(page, "taxonomy");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a theme"))
                .click();
        page.locator("#name").fill("Kites break");
        page.locator("#description").fill("A kite, its line or its spar is broken.");
        page.locator("#phrasings").fill("only one");
        button(page, "See the effect").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("phrasings");
        page.locator("#phrasings").fill(KITES);
        Accessibility.check(page);
        shot(page, "taxonomy-new");
        button(page, "See the effect").click();
        assertThat(page.locator(".insight")).containsText("would have had another theme");
        assertThat(page.locator("main")).containsText("Kites break");
        Accessibility.check(page);
        shot(page, "taxonomy-effect");
        Accessibility.fitsAPhone(page);
        page.navigate(taxonomy.toString());
        Accessibility.fitsAPhone(page);
        shot(page, "taxonomy-phone");
        assertThat(page.locator("main")).not().containsText("Kites break");
        tickets.resolved(ticket);
    }

    @Test
    void a_theme_is_renamed_and_named_again_as_it_was_and_splitting_needs_phrasings_for_both(Page page) {
        as("lead", page).navigate(taxonomy + "/billing-double-charge");
        Accessibility.check(page);
        var name = page.locator("#name").inputValue();
        rename(page, "Paid twice over");
        var row = page.locator("li").filter(new Locator.FilterOptions().setHasText("Paid twice over"));
        assertThat(row).hasCount(1);
        assertThat(page.locator("section[aria-labelledby=h-changes] li").first())
                .containsText("Their words");

        row.getByRole(AriaRole.LINK).click();
        page.locator("[name=goes]").first().check();
        page.getByText("Split it").click();
        page.locator("#second").fill("The first one alone");
        page.locator("#secondIs").fill("Nothing else");
        Accessibility.check(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, "taxonomy-theme-dark");
        page.locator("section[aria-labelledby=h-split] .btn").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("must leave three for each part");
        assertThat(page.locator("[name=goes]").first()).isChecked();

        page.navigate(taxonomy + "/billing-double-charge");
        rename(page, name);
        assertThat(page.locator("main")).not().containsText("Paid twice over");
    }

    @Test
    void who_may_not_change_the_taxonomy_reads_it(Page page) {
        as("agent", page).navigate(taxonomy.toString());
        assertThat(page.locator("main")).containsText("phrasings");
        assertThat(page.locator("main a")).hasCount(0);
    }

    private static void rename(Page page, String name) {
        page.locator("#name").fill(name);
        page.locator("section[aria-labelledby=h-theme] .btn").click();
        page.locator("#note").fill("Their words, by their mouths");
        button(page, "Put in force").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page as(String role, Page page) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Tokens.of(role)));
        return page;
    }
}
