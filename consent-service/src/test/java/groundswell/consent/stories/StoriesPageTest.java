package groundswell.consent.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.consent.live.People.as;
import static groundswell.consent.live.People.nobody;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import groundswell.consent.live.Live;
import groundswell.consent.live.People;
import groundswell.consent.live.TicketFeed;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Live
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoriesPageTest {
    @TestHTTPResource("/")
    URI address;

    @Inject
    TicketFeed feed;

    TicketFeed.Told agreed(String theme, String text, String answer, String thanks) {
        var ticket =
                feed.ticket("Rosa Keller", "rosa@harbourlane.example", "Harbour Lane Books", "About " + theme, text);
        feed.reply(ticket, answer);
        feed.customerReply(ticket, thanks);
        feed.resolve(ticket);
        feed.awaitResolved(ticket);
        feed.classify(ticket, theme);
        String link = as("agent")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .path("link");
        nobody().contentType("application/json")
                .body(Map.of(
                        "decision", "grant",
                        "scopes", new String[] {"aggregate_quote", "case_study"},
                        "retention", "one_year"))
                .post(link)
                .then()
                .statusCode(200);
        return ticket;
    }

    void released(TicketFeed.Told ticket, String problem, String response, String voice) {
        String id = as("pr").body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/stories")
                .path("id");
        as("legal")
                .body(Map.of("problem", problem, "response", response, "voice", voice))
                .put("/api/stories/" + id + "/check")
                .then()
                .statusCode(200);
        as("pr").post("/api/stories/" + id + "/release");
    }

    @Test
    void from_a_consented_ticket_to_a_released_story(Page page) {
        feed.name("billing-double-charge", "Charged twice");
        released(
                agreed("exports-slow", "The nightly export takes hours.", "Fixed.", "It ran before I had my tea."),
                "A nightly export took six hours.",
                "An index was missing; it now takes four minutes.",
                "I came in the next morning and it had simply run. I had forgotten what that feels like.");
        var ticket = agreed(
                "billing-double-charge",
                "Hi, Rosa Keller here from Harbour Lane Books. You charged my card 4111 1111 1111 1111 twice in one"
                        + " month. Write to rosa@harbourlane.example or call +44 20 7946 0958.",
                "Dear Rosa, we have refunded the second charge and found why it happened. Kind regards",
                "Thank you! It was back before I had finished my coffee. Rosa");
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + People.token("pr")));

        page.navigate(address.resolve("/stories").toString());
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Draft a story from TKT-" + ticket.number()))
                .click();
        assertThat(page.getByText("Original and redacted")).isVisible();
        assertThat(page.locator("h1")).hasText("Charged twice");
        assertThat(page.locator("mark").first()).isVisible();
        Accessibility.check(page);
        Browser.shot(page, "story-review");

        Browser.expectingStatus(422);
        page.getByLabel("Customer’s voice").fill("Rosa is happy.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("approve these words"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("still points to the customer");
        assertThat(page.getByLabel("Customer’s voice")).hasValue("Rosa is happy.");
        Accessibility.check(page);

        page.getByLabel("Customer’s voice").fill("It was back before the kettle had boiled.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("approve these words"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Release"))
                .click();
        assertThat(page.getByLabel("Where is it told?")).isVisible();
        page.getByLabel("Where is it told?").fill("https://blog.example/refunds");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Note this use"))
                .click();
        assertThat(page.getByText("https://blog.example/refunds")).isVisible();
        Browser.shot(page, "story-released");
        Accessibility.check(page);

        page.navigate(address.resolve("/stories").toString());
        assertThat(page.getByText("It was back before the kettle had boiled.")).isVisible();
        page.locator(".filters").getByLabel("Theme").selectOption("Charged twice");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"))
                .click();
        assertThat(page.locator(".telling")).hasCount(1);
        assertThat(page.locator(".telling")).containsText("Charged twice");
        page.navigate(address.resolve("/stories").toString());
        Accessibility.check(page);
        Browser.shot(page, "stories");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        Browser.shot(page, "stories-dark");
        Accessibility.fitsAPhone(page);
        Browser.shot(page, "stories-phone");
    }

    @Test
    void who_may_only_look_sees_the_stories_and_no_steps(Page page) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + People.token("product")));
        page.navigate(address.resolve("/stories?theme=nothing-like-it").toString());
        assertThat(page.getByText("No story allows that")).isVisible();
        assertThat(page.getByText("Waiting for a person")).hasCount(0);
    }
}
