package groundswell.ticket.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.ui.browser.Browser.expectingStatus;
import static groundswell.ui.browser.Browser.shot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RatingPageTest {
    @TestHTTPResource("/")
    URI house;

    final Visitor lead = Visitor.of("lead", "Mei Tanaka");

    @Test
    void a_lead_fetches_the_link_a_customer_rates_by_it_and_the_ticket_shows_what_was_said(Page page) {
        var ticket = resolved();
        lead.visits(page, house, "/tickets/" + ticket.id());
        button(page, "Link to rate it").click();
        var link = page.getByLabel("Link for the customer").inputValue();

        page.setExtraHTTPHeaders(Map.of());
        page.navigate(link);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("How did we do?");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        page.getByLabel("What made it so?").fill("Two tries.\nBut friendly.");
        button(page, "Send").click();
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Thank you");
        assertThat(page.locator("main")).containsText("2 of 5, bad");
        Accessibility.check(page);
        shotInBoth(page, "rated");

        page.getByText("Change it", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Very good").check();
        button(page, "Send").click();
        assertThat(page.locator("main")).containsText("5 of 5, very good");

        lead.visits(page, house, "/tickets/" + ticket.id());
        assertThat(page.locator("#thread")).containsText("rated it 2 of 5: bad");
        assertThat(page.locator("#thread .customer").last()).containsText("But friendly.");
        assertThat(page.locator("#side")).containsText("5 of 5, very good");
        Accessibility.check(page);
        shot(page, "ticket-rated");
    }

    @Test
    void the_page_is_accessible_in_both_themes_fits_a_phone_and_says_what_is_missing(Page page) {
        expectingStatus(422);
        var link = lead.reads(resolved(), "rating-link").<String>path("link");
        page.navigate(house.resolve(link).toString());
        Accessibility.check(page);
        shotInBoth(page, "rate");
        page.getByLabel("What made it so?").fill("I forgot to choose.");
        button(page, "Send").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page).hasTitle(Pattern.compile("Please check: .*"));
        assertThat(page.getByLabel("What made it so?")).hasValue("I forgot to choose.");
        Accessibility.check(page);
        Accessibility.fitsAPhone(page);
        shot(page, "rate-phone");
    }

    private Visitor.Opened resolved() {
        var ticket = lead.opens("The export stops at 87 %", "Robin Vale");
        lead.request()
                .header("If-Match", "*")
                .body(Map.of("code", "fixed", "productArea", "reports", "issueType", "bug"))
                .put("/api/tickets/" + ticket.id() + "/resolution")
                .then()
                .statusCode(200);
        return ticket;
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void shotInBoth(Page page, String name) {
        shot(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
