package groundswell.routing.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.routing.TicketFeed.NewTicket.saying;
import static groundswell.ui.browser.Browser.shot;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is due next, as people see it and move it with their keyboard. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueuesPageTest {
    @TestHTTPResource("/routing")
    URI routing;

    @Inject
    TicketFeed tickets;

    private UUID opened(String subject, int minutesAgo) {
        var ticket = tickets.open(saying(subject, "x")
                .tagged("a")
                .priority("P1")
                .openedAt(Instant.now().minus(Duration.ofMinutes(minutesAgo))));
        tickets.assigned(ticket, "revenue", 1, "agent:x", "x");
        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/api/routing/queues/revenue?limit=200")
                .then()
                .body("items.findAll { it.dueAt != null }.ticketId", hasItem(ticket.toString())));
        return ticket;
    }

    @Test
    void the_least_time_comes_first_live_and_a_row_is_moved_by_keys(Page page) {
        var people = List.of(UUID.randomUUID(), UUID.randomUUID());
        for (int i = 0; i < 2; i++)
            given().auth()
                    .oauth2(Tokens.of("lead"))
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", List.of("Ada Lamm", "Ben Okoye").get(i), "skills", List.of("invoices")))
                    .put("/api/teams/revenue/members/" + people.get(i))
                    .then()
                    .statusCode(200);
        opened("Our invoice of May is wrong", 70);
        opened("Can we pay by card?", 50);
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Tokens.of("agent")));
        page.navigate(routing + "/queues/revenue");
        assertThat(page.locator("live-stream")).hasAttribute("data-state", "live");
        assertThat(page.locator("#list")).containsText("Can we pay by card?");
        assertThat(page.locator(".figure.alarm")).containsText("Past their time");
        assertThat(page.locator("[data-live=people]")).containsText("Ben Okoye");

        var newest = opened("A new seat, please", 58);
        assertThat(page.locator("#row-" + newest)).isVisible(); // by itself
        Accessibility.check(page);
        shot(page, "due");
        Accessibility.fitsAPhone(page);
        shot(page, "due-phone");
        page.setViewportSize(1440, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, "due-dark");

        var row = page.locator(".rows > li").filter(new Locator.FilterOptions().setHasText("A new seat, please"));
        row.locator("[data-row]").focus();
        page.keyboard().press("t");
        assertThat(row.locator("details.menu")).hasAttribute("open", "");
        shot(page, "due-move");
        row.locator("button[value=product]").click();
        assertThat(page.locator(".toast")).containsText("Moved to Product");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("[data-row]:focus")).hasCount(1);
        for (var person : people)
            given().auth()
                    .oauth2(Tokens.of("lead"))
                    .delete("/api/teams/revenue/members/" + person)
                    .then()
                    .statusCode(204);
    }
}
