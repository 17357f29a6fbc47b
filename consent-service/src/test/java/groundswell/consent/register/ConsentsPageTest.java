package groundswell.consent.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.consent.live.People.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import groundswell.consent.live.Live;
import groundswell.consent.live.People;
import groundswell.consent.live.TicketFeed;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Live
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsentsPageTest {
    @TestHTTPResource("/")
    URI address;

    @Inject
    TicketFeed feed;

    @Test
    void the_list_tells_what_each_ticket_allows(Page page) {
        var ticket = feed.resolvedTicket(
                "Rosa Keller", "rosa@harbourlane.example", "Harbour Lane", "Charged twice", "Twice.", "Refunded.");
        as("agent").body(Map.of("ticketId", ticket.ticketId())).post("/api/consents");
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + People.token("legal")));
        page.navigate(address.resolve("/consents").toString());
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("TKT-" + ticket.number())))
                .isVisible();
        Accessibility.check(page);
        Browser.shot(page, "consents");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.shot(page, "consents-dark");
        Accessibility.fitsAPhone(page);
        Browser.shot(page, "consents-phone");
        page.navigate(address.resolve("/consents?status=withdrawn").toString());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Withdrawn")))
                .isVisible();
    }

    @Test
    void an_agent_confirms_what_a_customer_wrote_back(Page page) {
        var ticket = feed.resolvedTicket(
                "Rosa Keller", "rosa@harbourlane.example", "Harbour Lane", "Charged twice", "Twice.", "Refunded.");
        as("agent").body(Map.of("ticketId", ticket.ticketId())).post("/api/consents");
        feed.customerReply(ticket, "Ja, gern", Instant.now().plusSeconds(5));
        await().untilAsserted(() -> as("agent")
                .get("/api/consents?ticket=" + ticket.ticketId())
                .then()
                .body("items[0].suggestion.answer", equalTo("granted")));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + People.token("agent")));
        page.navigate(address.resolve("/consents?status=asked").toString());
        var row = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("TKT-" + ticket.number() + " reads like a yes"));
        assertThat(row).isVisible();
        Accessibility.check(page);
        Browser.shot(page, "consents-confirm");
        Accessibility.fitsAPhone(page);
        Browser.shot(page, "consents-confirm-phone");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("They said yes"))
                .click();
        assertThat(page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("TKT-" + ticket.number())))
                .containsText("Granted");
    }
}
