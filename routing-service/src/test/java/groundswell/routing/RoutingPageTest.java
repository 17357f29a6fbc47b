package groundswell.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.routing.TicketFeed.NewTicket.saying;
import static groundswell.ui.browser.Browser.shot;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import groundswell.journal.Journal;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages in a real browser; any console error fails them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoutingPageTest {
    @TestHTTPResource("/routing")
    URI routing;

    @Inject
    TicketFeed tickets;

    @Inject
    Journal<RoutingEvent, RoutingState, RoutingEvent> journal;

    @Test
    void the_lane_shows_the_oldest_first_and_one_click_gives_a_ticket_to_a_team(Page page) {
        var older = tickets.open(saying("Following up", "Hi team, following up on my last message.")
                .openedAt(ago(Duration.ofHours(3))));
        var younger = tickets.open(saying("Quick thing", "please advise").openedAt(ago(Duration.ofMinutes(20))));
        tickets.open(saying("Hello?", "Thank you so much for your help yesterday!")
                .erased()
                .openedAt(ago(Duration.ofMinutes(5))));
        await().until(() -> decided(older) && decided(younger));

        as("agent", page).navigate(routing + "/triage");
        assertThat(page.locator(".rows .what").first()).containsText("Following up");
        Accessibility.check(page);
        shot(page, "triage");
        Accessibility.fitsAPhone(page);
        shot(page, "triage-phone");

        page.setViewportSize(1440, 1000);
        var row = page.locator(".rows > li")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Quick thing"));
        row.locator("[data-row]").focus();
        page.keyboard().press("2");
        assertThat(page.locator(".toast")).containsText("Given to Revenue");
        assertThat(page.locator(".rows")).not().containsText("Quick thing");
    }

    @Test
    void the_triage_page_says_which_rules_people_correct(Page page) {
        var ticket = tickets.open(saying("Invoice", "please").tagged("billing"));
        await().until(() -> decided(ticket));
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType(ContentType.JSON)
                .body(Map.of("team", "product", "reason", "needs_their_skill"))
                .put("/api/routing/decisions/" + ticket + "/team")
                .then()
                .statusCode(200);
        as("agent", page).navigate(routing + "/triage");
        assertThat(page.locator("section[aria-labelledby=h-moved] tbody tr").first())
                .containsText("Rule");
        Accessibility.check(page);
        shot(page, "moved");
        Accessibility.fitsAPhone(page);
        shot(page, "moved-phone");
    }

    @Test
    void the_page_why_here_explains_a_decision_of_a_text_and_an_agent_moves_it(Page page) {
        var ticket = tickets.open(
                saying("Charged twice", "You took the same amount from my card two times this month, please check."));
        await().until(() -> decided(ticket));

        as("agent", page).navigate(routing + "/decisions/" + ticket);
        assertThat(page.locator("h1")).containsText("is with Revenue");
        assertThat(page.locator("main")).containsText("No rule matched");
        assertThat(page.locator(".quote").first()).not().isEmpty();
        assertThat(page.locator("section[aria-labelledby=times]")).containsText("First reply");
        Accessibility.check(page);
        shot(page, "why-here");
        Accessibility.fitsAPhone(page);
        shot(page, "why-here-phone");

        page.setViewportSize(1440, 1000);
        page.getByText("Another reason").click();
        page.locator("#team").selectOption("product");
        page.locator("#reason").selectOption("needs_their_skill");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Move").setExact(true))
                .click();
        assertThat(page.locator("h1")).containsText("is with Product");
        assertThat(page.locator("main")).containsText("An agent moved it to Product: needs their skill");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        shot(page, "why-here-moved-dark");
    }

    @Test
    void a_rules_decision_names_the_rule_and_who_may_not_move_sees_no_form(Page page) {
        var ticket =
                tickets.open(saying("Breach?", "A strange login from abroad").tagged("security"));
        await().until(() -> decided(ticket));
        as("ops", page).navigate(routing + "/decisions/" + ticket);
        assertThat(page.locator("main")).containsText("Marked as security or privacy");
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Move").setExact(true)))
                .hasCount(0);
        shot(page, "why-here-rule");
    }

    private boolean decided(UUID ticket) {
        return journal.head(ticket.toString())
                .map(head -> head.state().routed() != null)
                .orElse(false);
    }

    private static Page as(String role, Page page) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Tokens.of(role)));
        return page;
    }

    private static Instant ago(Duration time) {
        return Instant.now().minus(time);
    }
}
