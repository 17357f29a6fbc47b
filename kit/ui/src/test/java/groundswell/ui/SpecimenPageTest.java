package groundswell.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.ui.browser.Browser.expectingStatus;
import static groundswell.ui.browser.Browser.shot;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpecimenPageTest {
    @TestHTTPResource("/specimen")
    URI specimen;

    @BeforeEach
    void the_stream_answers() {
        SpecimenPage.STREAMS.set(1);
    }

    @Test
    void every_part_is_accessible_in_both_themes_and_fits_a_phone(Page page) {
        page.navigate(specimen.toString());
        assertThat(page.locator("live-lines svg")).containsText("Slow export");
        Accessibility.check(page);
        shot(page, "specimen");
        Accessibility.fitsAPhone(page);
        shot(page, "specimen-phone");
        page.getByLabel("Menu").click();
        assertThat(page.getByRole(AriaRole.LINK, named("Tickets"))).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("Queues"))).hasCount(0); // a guest has no role for it
        Accessibility.check(page);
        shot(page, "specimen-phone-menu");
    }

    @Test
    void the_chosen_theme_is_kept_in_a_cookie_and_there_before_the_first_paint(Page page) {
        page.navigate(specimen.toString());
        page.locator(".persona summary").click();
        page.getByLabel("Colours").selectOption("dark");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(14, 19, 21)");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(14, 19, 21)");
        shot(page, "specimen-dark");
    }

    @Test
    void the_stream_comes_back_after_an_error_status(Page page) {
        SpecimenPage.STREAMS.set(0);
        expectingStatus(503);
        page.navigate(specimen.toString());
        assertThat(page.locator("[data-live=count]")).hasText("42");
        assertThat(page.locator("live-stream")).hasText("Live");
    }

    @Test
    void keys_walk_the_rows_search_and_can_be_switched_off(Page page) {
        page.navigate(specimen.toString());
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("[data-row]").nth(1)).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator("[data-row]").first()).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("[data-search]")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys")).isVisible();
        Accessibility.check(page);
        page.getByLabel("Single-key shortcuts").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        assertThat(page.locator("[data-row]").first()).not().isFocused();
    }

    @Test
    void a_problem_is_said_politely_and_nothing_typed_is_lost(Page page) {
        expectingStatus(412);
        expectingStatus(400);
        page.navigate(specimen.toString());
        page.getByLabel("Reason").fill("Because");
        page.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(text("This has changed since you opened it")))
                .isVisible();
        assertThat(page.getByLabel("Reason")).hasValue("Because");
        page.getByRole(AriaRole.BUTTON, named("Check")).click();
        assertThat(page.getByText("Say why.")).isVisible();
        assertThat(page.getByLabel("Reason")).hasAttribute("aria-invalid", "true");
        Accessibility.check(page);
    }

    @Test
    void pages_come_with_a_strict_policy_and_are_not_kept(Page page) {
        var answer = page.navigate(specimen.toString());
        Assertions.assertThat(answer.headerValue("Content-Security-Policy")).startsWith("default-src 'self'");
        Assertions.assertThat(answer.headerValue("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_page_that_is_not_there_says_so_in_words_and_programs_get_their_problem(Page page) {
        expectingStatus(404);
        page.navigate(specimen + "/gone");
        assertThat(page.getByRole(AriaRole.HEADING, named("Nothing is here"))).isVisible();
        Accessibility.check(page);
        Assertions.assertThat(given().accept("application/json")
                        .get(specimen + "/gone")
                        .contentType())
                .doesNotContain("html");
    }

    @Test
    void a_form_speaks_to_the_api_with_the_version_it_has_seen_and_a_key_of_its_own(Page page) {
        page.navigate(specimen.toString());
        page.getByLabel("Priority").selectOption("P1");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(text("Saved"))).isVisible();
        assertThat(page.locator("#version")).hasValue("8");
        Assertions.assertThat(SpecimenPage.HEARD.get()).isEqualTo("\"7\" {\"priority\":\"P1\"} 32");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static com.microsoft.playwright.Locator.FilterOptions text(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }
}
