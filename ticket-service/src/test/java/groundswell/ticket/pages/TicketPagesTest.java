package groundswell.ticket.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.ui.browser.Browser.expectingStatus;
import static groundswell.ui.browser.Browser.shot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketPagesTest {
    @TestHTTPResource("/")
    URI house;

    final Visitor mei = Visitor.agent("Mei Tanaka");

    @Test
    void a_ticket_is_taken_answered_and_resolved_without_leaving_its_page(Page page) {
        var ticket = mei.opens("Export of the monthly report never finishes", "Dana Reyes");
        mei.visits(page, house, "/tickets/" + ticket.id());
        assertThat(page.getByRole(AriaRole.HEADING, named("Export of the monthly report never finishes")))
                .isVisible();
        assertThat(page.locator("#thread")).containsText("It stops at 87 %.");

        button(page, "Take it").click();
        assertThat(page.locator("#thread")).containsText("Assigned to Mei Tanaka");
        assertThat(page.locator("#side")).containsText("You");

        page.getByLabel("Reply to the customer").fill("Thank you, Dana. <b>I am on it.</b>");
        button(page, "Send and wait").click();
        assertThat(page.locator("#thread .agent").last()).containsText("<b>I am on it.</b>");
        assertThat(page.locator("#tools")).containsText("Waiting for customer");
        assertThat(page.getByLabel("Reply to the customer")).hasValue("");

        page.locator("#tools summary").click();
        page.getByLabel("What the customer got").selectOption("fixed");
        page.getByLabel("Product area").fill("reports");
        page.getByLabel("Issue type").fill("processing_error");
        Accessibility.check(page);
        shot(page, "ticket-resolving");
        page.locator("#tools form").getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.locator("#tools")).containsText("Resolved");
        button(page, "Close").click();
        assertThat(page.locator("#tools")).containsText("Closed");
        assertThat(page.locator("#thread")).containsText("Closed by a colleague");
        assertThat(button(page, "Ask the customer")).isVisible();
        shot(page, "ticket-closed");
    }

    @Test
    void what_routing_promises_stands_on_the_page_which_does_without_it(Page page) {
        var lars = Visitor.agent("Lars Holm"); // what he takes is in nobody's list of another test
        var ticket = lars.opens("Where is my parcel", "Lena Ortiz");
        lars.visits(page, house, "/tickets/" + ticket.id());
        assertThat(page.locator("#side > section")).hasCount(3);

        page.route(
                Visitor.PROMISES,
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<section class=\"card\"><header><h2>Promised times</h2></header></section>")));
        page.reload();
        assertThat(page.locator("#side section").first()).containsText("Promised times");
        button(page, "Take it").click();
        assertThat(page.locator("#side")).containsText("You");
        assertThat(page.locator("#side section").first()).containsText("Promised times");

        expectingStatus(503);
        page.route(Visitor.PROMISES, route -> route.fulfill(new FulfillOptions().setStatus(503)));
        page.waitForResponse(Visitor.PROMISES, page::reload);
        assertThat(page.locator("#side > section")).hasCount(3);
        button(page, "Start").click();
        assertThat(page.locator(".toast")).hasText(Pattern.compile("Work started.*"));
    }

    @Test
    void what_support_cannot_resolve_is_said_with_a_reason_and_taken_back(Page page) {
        var ticket = mei.opens("Twelve projects are not enough", "Ravi Menon");
        mei.visits(page, house, "/tickets/" + ticket.id());
        page.getByText("No …").click();
        page.getByLabel("What stands in the way").selectOption("missing_functionality");
        Accessibility.check(page);
        shot(page, "ticket-escalating");
        button(page, "Support can’t resolve this").click();
        assertThat(page.locator("#thread")).containsText("says that support can’t resolve it: missing functionality");
        assertThat(page.locator("#side")).containsText("Missing functionality");
        button(page, "We can after all").click();
        assertThat(page.locator("#thread")).containsText("says that support can resolve it after all");
        assertThat(page.getByText("No …")).isVisible();
    }

    @Test
    void two_tickets_about_one_thing_are_merged_and_separated_again(Page page) {
        var goesOn = mei.opens("Exports stop at 87 %", "Lena Fischer");
        var rests = mei.opens("My export again", "Lena Fischer", goesOn.email());
        mei.visits(page, house, "/tickets/" + rests.id());
        page.getByText("Merge into …").click();
        page.getByLabel("Number of the ticket that goes on").fill(goesOn.number());
        Accessibility.check(page);
        shot(page, "ticket-merging");
        button(page, "Merge").click();
        assertThat(page.locator("#merged")).containsText("Merged into " + goesOn.number());
        assertThat(page.locator("#thread")).containsText("Mei Tanaka merged it into another ticket");
        assertThat(page.getByText("Merge into …")).hasCount(0);
        Accessibility.check(page);
        shotInBoth(page, "ticket-merged");

        page.locator("#merged").getByRole(AriaRole.LINK).click();
        assertThat(page.locator("#side")).containsText("Merged into it");
        page.locator("#side")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(rests.number()).setExact(true))
                .click();

        button(page, "Undo the merge").click();
        assertThat(page.locator("#thread")).containsText("Mei Tanaka undid the merge");
        assertThat(page.locator("#merged")).isEmpty();
    }

    @Test
    void a_machines_ticket_says_so_on_its_page(Page page) {
        var alert = mei.request()
                .body(Map.of(
                        "subject", "Disk is full",
                        "description", "97 % of /var.",
                        "channel", "api",
                        "automatic", true,
                        "requester", Map.of("name", "Monitoring", "email", UUID.randomUUID() + "@example.org")))
                .post("/api/tickets");
        alert.then().statusCode(201);
        mei.visits(page, house, "/tickets/" + alert.path("id"));
        assertThat(page.locator("#tools")).containsText("Written by a machine");
    }

    @Test
    void a_note_stays_among_colleagues(Page page) {
        var ticket = mei.opens("Invoice shows the old address", "Ravi Menon");
        mei.visits(page, house, "/tickets/" + ticket.id());
        page.keyboard().press("n");
        assertThat(page.getByLabel("Internal note", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
        page.keyboard().type("Second time this month.");
        button(page, "Add note").click();
        assertThat(page.locator("#thread .note")).containsText("Second time this month.");
        assertThat(page.locator("#thread .agent")).hasCount(0);
        mei.reads(ticket, "timeline").then().statusCode(200);
    }

    @Test
    void whoever_looks_at_an_old_state_is_told_and_loses_no_text(Page page) {
        expectingStatus(412);
        var ticket = mei.opens("Webhooks arrive twice", "Lena Brandt");
        mei.visits(page, house, "/tickets/" + ticket.id());
        page.getByLabel("Reply to the customer").fill("We found the reason.");
        ticket.customerSays("It happens only at night.");

        button(page, "Send reply").click();
        assertThat(page.locator("#toasts")).containsText("This has changed since you opened it");
        assertThat(page.locator("#thread")).containsText("It happens only at night.");
        assertThat(page.getByLabel("Reply to the customer")).hasValue("We found the reason.");
        shot(page, "ticket-stale");

        button(page, "Send reply").click();
        assertThat(page.locator("#thread .agent")).containsText("We found the reason.");
        assertThat(page.locator("#thread .agent")).hasCount(1);
    }

    @Test
    void a_ticket_is_accessible_in_both_themes_and_fits_a_phone(Page page) {
        var ticket = mei.opens("Nobody can log in since 8 this morning", "Tom Okafor");
        ticket.is(Map.of("priority", "P1"), "priority");
        mei.opens("How do I add a second administrator?", "Tom Okafor", ticket.email());
        ticket.is(Map.of("tags", List.of("login", "sso")), "tags");
        ticket.is(Map.of("team", "reliability", "agentId", mei.id().toString()), "assignee");
        ticket.says("replies", "We see it too, and are on it.");
        ticket.says("notes", "The certificate ran out. Ops renews it now.");
        ticket.customerSays("Thank you for being so quick.");
        mei.visits(page, house, "/tickets/" + ticket.id());
        assertThat(page.locator("#side")).containsText("How do I add a second administrator?");
        Accessibility.check(page);
        shotInBoth(page, "ticket");
        Accessibility.fitsAPhone(page);
        shot(page, "ticket-phone");
    }

    @Test
    void a_chat_reads_as_it_was_held(Page page) {
        var ids = mei.request()
                .body(Map.of(
                        "requester",
                        Map.of("name", "Dana Reyes", "email", UUID.randomUUID() + "@example.org"),
                        "transcript",
                        List.of(
                                said("09:10:02", "bot", "Hello! What can we do for you?"),
                                said("09:10:31", "customer", "Our invoice of May was charged twice."),
                                said("09:12:15", "agent", "I see both payments. I hand this to billing."),
                                said("09:12:40", "customer", "Thank you."))))
                .post("/api/tickets/from-chat");
        ids.then().statusCode(201);
        mei.visits(page, house, "/tickets/" + ids.path("id"));

        var words = page.locator("#thread .msg p");
        assertThat(words).hasText(new String[] {
            "Hello! What can we do for you?",
            "Our invoice of May was charged twice.",
            "I see both payments. I hand this to billing.",
            "Thank you."
        });
        assertThat(page.locator("#thread .msg header b"))
                .hasText(new String[] {"Chat bot · automatic, in the chat", "Dana Reyes", "Mei Tanaka", "Dana Reyes"});
        assertThat(page.locator("#thread")).containsText("First reply after 1 min");
        Accessibility.check(page);
        shotInBoth(page, "ticket-chat");
        Accessibility.fitsAPhone(page);
        shot(page, "ticket-chat-phone");
    }

    private static Map<String, Object> said(String time, String author, String text) {
        return Map.of("at", "2026-01-12T" + time + "Z", "author", author, "text", text);
    }

    @Test
    void a_queue_is_walked_by_keys_and_goes_on_behind_more(Page page) {
        var team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 53; i++) {
            mei.opens("Search is slow, case " + i, "Ida Berg").is(Map.of("team", team), "assignee");
        }
        mei.visits(page, house, "/queues/" + team);
        assertThat(page.locator("[data-row]")).hasCount(50);
        button(page, "More tickets").click();
        assertThat(page.locator("[data-row]")).hasCount(53);
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("[data-row]").nth(1)).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/tickets/.*"));
    }

    @Test
    void a_queue_shows_news_by_itself_and_leaves_the_reader_where_they_are(Page page) {
        var team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        mei.opens("Search is slow", "Ida Berg").is(Map.of("team", team), "assignee");
        page.clock().install();
        mei.visits(page, house, "/queues/" + team);
        assertThat(page.locator("[data-row]")).hasCount(1);
        page.keyboard().press("j");
        assertThat(page.locator("[data-row]").first()).isFocused();

        mei.opens("Export never finishes", "Dana Reyes").is(Map.of("team", team), "assignee");
        page.clock().fastForward(15_000);
        assertThat(page.locator("[data-row]")).hasCount(2);
        assertThat(page.locator("#sentence")).containsText("2 tickets need someone");
        assertThat(page.locator("#teams [aria-current]")).containsText("2");
        assertThat(page.locator("[data-row]:focus")).hasText("Search is slow");
    }

    @Test
    void a_queue_that_gets_no_answer_says_how_old_it_is_until_it_gets_one(Page page) {
        var team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        mei.opens("Search is slow", "Ida Berg").is(Map.of("team", team), "assignee");
        page.clock().install();
        mei.visits(page, house, "/queues/" + team);
        var fresh = "**/queues/" + team + "?*seen=*";
        Browser.expectingStatus(503);
        page.route(fresh, route -> route.fulfill(new FulfillOptions().setStatus(503)));
        page.clock().fastForward(15_000);
        assertThat(page.locator(".toast")).containsText("Not up to date");
        page.clock().fastForward(15_000);
        assertThat(page.locator(".toast")).hasCount(1);
        assertThat(page.locator("[data-row]")).hasCount(1);

        page.unroute(fresh);
        page.clock().fastForward(15_000);
        assertThat(page.locator(".toast")).hasCount(0);
    }

    @Test
    void a_queue_without_news_stays_untouched(Page page) {
        var team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        mei.opens("Search is slow", "Ida Berg").is(Map.of("team", team), "assignee");
        mei.visits(page, house, "/queues/" + team + "?show=pending");
        var shown = page.locator("#seen").inputValue();
        mei.request()
                .get("/queues/" + team + "?show=pending&order=oldest&seen=" + shown)
                .then()
                .statusCode(204);
        mei.request()
                .get("/queues/" + team + "?show=waiting&seen=" + shown)
                .then()
                .statusCode(200);

        page.clock().install();
        mei.visits(page, house, "/queues/" + team);
        page.evaluate("document.querySelector('[data-row]').dataset.untouched = 'yes'");
        page.waitForResponse(
                answer -> answer.url().contains("seen=") && answer.status() == 204,
                () -> page.clock().fastForward(70_000));
        assertThat(page.locator("[data-row]")).hasAttribute("data-untouched", "yes");
    }

    @Test
    void news_do_not_take_away_the_further_tickets_that_a_reader_asked_for(Page page) {
        var team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 51; i++) {
            mei.opens("Search is slow, case " + i, "Ida Berg").is(Map.of("team", team), "assignee");
        }
        mei.visits(page, house, "/queues/" + team);
        assertThat(page.locator("#fresh[hx-get]")).hasCount(1);
        button(page, "More tickets").click();
        assertThat(page.locator("[data-row]")).hasCount(51);
        assertThat(page.locator("#fresh[hx-get]")).hasCount(0);
    }

    @Test
    void queues_are_accessible_in_both_themes_and_fit_a_phone(Page page) {
        mei.opens("Card declined although it is valid", "Nora Lind").is(Map.of("priority", "P1"), "priority");
        mei.opens("Export never finishes", "Dana Reyes").is(Map.of("team", "reliability"), "assignee");
        mei.opens("Discount for schools?", "Sam Poe")
                .is(Map.of("team", "revenue", "agentId", mei.id().toString()), "assignee");
        mei.visits(page, house, "/queues?order=priority");
        assertThat(page.locator("[data-row]").first()).isVisible();
        Accessibility.check(page);
        shotInBoth(page, "queue");
        Accessibility.fitsAPhone(page);
        shot(page, "queue-phone");
        mei.visits(page, house, "/queues/none?show=mine");
        page.setViewportSize(1440, 1000);
        assertThat(page.getByText("Nothing waits here")).isVisible();
        Accessibility.check(page);
        shot(page, "queue-empty");
    }

    @Test
    void tickets_are_found_by_number_and_by_filters_and_the_address_keeps_them(Page page) {
        var tag = "tag-" + UUID.randomUUID().toString().substring(0, 8);
        var ticket = mei.opens("Plan change is missing on the invoice", "Olu Ade");
        ticket.is(Map.of("tags", List.of(tag)), "tags");
        mei.opens("Another one", "Olu Ade");
        mei.visits(page, house, "/tickets");
        Accessibility.check(page);
        shotInBoth(page, "tickets");

        page.getByLabel("Tag").fill(tag);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-row]")).hasCount(1);
        page.waitForURL(Pattern.compile(".*tag=" + tag + ".*"));
        page.reload();
        assertThat(page.locator("[data-row]")).hasCount(1);
        assertThat(page.getByLabel("Tag")).hasValue(tag);

        page.getByLabel("Tag").fill("");
        page.getByLabel("Number").fill(ticket.number());
        page.keyboard().press("Enter");
        page.waitForURL(
                Pattern.compile(".*number=" + ticket.number() + ".*")); // all are listed between the two filters
        assertThat(page.locator("[data-row]")).hasCount(1);
        assertThat(page.locator("[data-row]")).hasText("Plan change is missing on the invoice");
        page.getByLabel("Status").selectOption("closed");
        assertThat(page.getByText("No ticket matches")).isVisible();
        page.getByText("More filters").click();
        Accessibility.fitsAPhone(page);
        shot(page, "tickets-phone");
    }

    @Test
    void who_may_not_act_sees_no_buttons_and_who_may_not_read_words_sees_none(Page page) {
        var ticket = mei.opens("Please delete my data", "Uma Reck");
        Visitor.of("legal", "Lea Gal").visits(page, house, "/tickets/" + ticket.id());
        assertThat(page.locator("main")).not().containsText("Uma Reck");
        assertThat(page.locator("main")).not().containsText("Please delete my data");
        assertThat(page.locator("main")).containsText("Your role does not read");
        assertThat(page.locator("#tools button")).hasCount(0);
        assertThat(page.locator(".compose")).hasCount(0);
        Accessibility.check(page);
    }

    private static void shotInBoth(Page page, String name) {
        shot(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
