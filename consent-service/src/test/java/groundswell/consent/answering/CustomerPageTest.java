package groundswell.consent.answering;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.consent.live.People.as;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import groundswell.consent.live.Live;
import groundswell.consent.live.TicketFeed;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Live
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerPageTest {
    @TestHTTPResource("/")
    URI address;

    @Inject
    TicketFeed feed;

    String link(String... scopes) {
        var ticket = feed.resolvedTicket(
                "Rosa Keller", "rosa@harbourlane.example", "Harbour Lane", "Charged twice", "Twice.", "Refunded.");
        return as("agent")
                .body(Map.of("ticketId", ticket.ticketId(), "scopes", List.of(scopes)))
                .post("/api/consents")
                .path("link");
    }

    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    @Test
    void a_customer_agrees_and_takes_it_back_on_a_phone(Page page) {
        page.navigate(address.resolve(link("aggregate_quote", "case_study")).toString());
        assertThat(page.locator("input:checked")).hasCount(0);
        Accessibility.check(page);
        Browser.shot(page, "consent-ask");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.shot(page, "consent-ask-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Accessibility.fitsAPhone(page);
        Browser.shot(page, "consent-ask-phone");

        Browser.expectingStatus(422);
        page.getByLabel("One year").check();
        press(page, "Yes, you may");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tick at least one use");
        assertThat(page.getByLabel("One year")).isChecked();
        Accessibility.check(page);

        page.getByLabel("The story of this request").check();
        press(page, "Yes, you may");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("You said yes. Thank you.");
        assertThat(page.getByText("The story of this request")).isVisible();
        Accessibility.check(page);
        Browser.shot(page, "consent-granted-phone");

        press(page, "Take my yes back");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("You took it back.");
        Accessibility.check(page);
        Browser.shot(page, "consent-withdrawn-phone");
    }

    @Test
    void a_customer_declines_in_german_and_may_think_again(Page page) {
        page.navigate(address.resolve(link("aggregate_quote", "named_reference") + "?lang=de")
                .toString());
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        Accessibility.check(page);
        Browser.shot(page, "consent-ask-de");
        press(page, "Nein, danke");
        assertThat(page.getByText("Nichts von Ihnen wird außerhalb unserer Firma verwendet."))
                .isVisible();
        page.getByText("Wenn Sie möchten, können Sie hier immer noch ja sagen.").click();
        assertThat(page.getByLabel("Ein, zwei Sätze von mir")).isVisible();
        Accessibility.check(page);
        Browser.shot(page, "consent-declined-de");
    }

    @Test
    void a_dead_link_says_so_kindly(Page page) {
        Browser.expectingStatus(404);
        page.navigate(address.resolve("/consent/" + "A".repeat(43)).toString());
        assertThat(page.getByText("This link does not work.")).isVisible();
        Accessibility.check(page);
        Browser.shot(page, "consent-dead");
    }
}
