package groundswell.routing.sla;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.ui.browser.Browser.shot;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises' page in a real browser. What stood before stands after each test: others count on what is shipped. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromisesPageTest {
    private static final String POLICY = "/api/routing/time-policy";

    @TestHTTPResource("/routing/promises")
    URI promises;

    private Map<String, Object> before;

    @BeforeEach
    void remember() {
        before = policy();
    }

    @AfterEach
    void putBack() {
        if (policy().equals(before)) return;
        var version = given().auth().oauth2(Tokens.of("ops")).get(POLICY).header("ETag");
        given().auth()
                .oauth2(Tokens.of("ops"))
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(before)
                .put(POLICY)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> policy() {
        var policy = new HashMap<String, Object>(
                given().auth().oauth2(Tokens.of("ops")).get(POLICY).jsonPath().getMap(""));
        policy.remove("version");
        return policy;
    }

    @Test
    void a_lead_adds_a_calendar_with_days_off_and_promises_times_in_it(Page page) {
        as("lead", page).navigate(promises.toString());
        assertThat(card(page, "Everybody")).containsText("8 h");
        Accessibility.check(page);
        shot(page, "promises");

        button(page, "Add a calendar").click();
        var calendar = page.locator("#calendar-new form");
        calendar.locator("[name=code]").fill("kites");
        calendar.locator("[name=name]").fill("Kite hours");
        calendar.locator("[name=hours]").fill("when the wind blows");
        Accessibility.check(page);
        isRefused(calendar, "must be such as mon-fri");
        calendar.locator("[name=hours]").fill("sat-sun 10:00-18:00");
        calendar.locator("[name=timeZone]").fill("Berlin");
        isRefused(calendar, "must be an IANA name");
        calendar.locator("[name=timeZone]").fill("Europe/Berlin");
        calendar.locator("[name=holidays]").fill(LocalDate.now().getYear() + 1 + "-06-12 Day without wind");
        calendar.locator("button").click();
        assertThat(card(page, "Kite hours")).containsText("Day without wind");

        button(page, "Add promises").click();
        var level = page.locator("#level-new form");
        level.locator("[name=name]").fill("Kite flyers");
        level.locator("[name=plans]").fill("kite, kite-plus");
        level.locator("[name='P1.first_reply']").fill("soon");
        shot(page, "promises-edit");
        Accessibility.check(page);
        isRefused(level, "must be such as 30 min");
        level.locator("[name='P1.first_reply']").fill("1h30");
        level.locator("[name=plans]").fill("");
        isRefused(level, "the promises for everybody come last");
        level.locator("[name=plans]").fill("kite, kite-plus");
        level.locator("[name='P1.calendar']").selectOption("kites");
        level.locator("[name='P4.resolution']").fill("");
        level.locator("button").click();
        var kites = card(page, "Kite flyers");
        assertThat(kites).containsText("for the plan kite, kite-plus");
        assertThat(kites.locator("tbody tr").first()).containsText("1 h 30 min");
        assertThat(kites.locator("tbody tr").first()).containsText("Kite hours");
        assertThat(kites.locator("tbody tr").last()).containsText("–");

        button(page, "Change Kite hours").click();
        page.locator("#calendar-kites [type=file]").setInputFiles(aDayOff("Storm"));
        button(page, "Take them from the file").click();
        assertThat(card(page, "Kite hours")).containsText("Storm");
        assertThat(card(page, "Kite hours")).not().containsText("Day without wind");

        Accessibility.fitsAPhone(page);
        shot(page, "promises-phone");
        page.setViewportSize(1440, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, "promises-dark");

        page.onDialog(Dialog::accept);
        button(page, "Change the promises of Kite flyers").click();
        page.locator("dialog:popover-open").getByText("Remove").click();
        assertThat(card(page, "Kite flyers")).hasCount(0);
        button(page, "Change Kite hours").click();
        page.locator("#calendar-kites").getByText("Remove").click();
        assertThat(card(page, "Kite hours")).hasCount(0);
        assertThat(page.locator("section[aria-labelledby=h-changes] li").first())
                .containsText("by ");
    }

    @Test
    void who_may_not_change_promises_reads_them(Page page) {
        as("agent", page).navigate(promises.toString());
        assertThat(card(page, "Enterprise")).containsText("30 min");
        assertThat(page.locator("main button")).hasCount(0);
    }

    @Test
    void a_promise_that_somebody_changed_meanwhile_is_not_overwritten(Page page) {
        as("lead", page).navigate(promises.toString());
        var version = page.locator("section[aria-labelledby=h-changes] .num").innerText();
        var other = page.context().newPage();
        as("lead", other).navigate(promises.toString());
        save("336 h", other);
        assertThat(other.locator("section[aria-labelledby=h-changes] .num"))
                .not()
                .hasText(version);
        other.close();

        Browser.expectingStatus(412);
        save("1 h", page);
        assertThat(page.locator("body")).containsText("has changed since you opened it");
        page.reload();
        assertThat(page.locator("#stale-pending")).hasValue("336 h");
    }

    private static void isRefused(Locator form, String why) {
        Browser.expectingStatus(400);
        form.locator("button").click();
        assertThat(form).containsText(why);
    }

    private static void save(String pending, Page page) {
        page.locator("#stale-pending").fill(pending);
        page.locator(".stale button").click();
    }

    private static FilePayload aDayOff(String name) {
        var day = LocalDate.now().plusMonths(1).toString().replace("-", "");
        var file = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:%s
                SUMMARY:%s
                END:VEVENT
                END:VCALENDAR
                """.formatted(day, name);
        return new FilePayload("days.ics", "text/calendar", file.getBytes(StandardCharsets.UTF_8));
    }

    private static Locator card(Page page, String title) {
        return page.locator("section.card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))));
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
