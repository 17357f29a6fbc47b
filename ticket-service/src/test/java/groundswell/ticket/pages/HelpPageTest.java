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
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HelpPageTest {
    @TestHTTPResource("/")
    URI house;

    @Test
    void somebody_without_an_account_writes_and_gets_a_number_that_a_reload_keeps(Page page) {
        visit(page);
        page.getByLabel("Your name").fill("Robin Vale");
        page.getByLabel("E-mail").fill("robin@vale.example");
        page.getByLabel("What is it about?").fill("The export stops at 87 %");
        page.getByLabel("What happened?").fill("I pressed Export.\nIt never finishes.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();

        page.waitForURL(Pattern.compile(".*/help/sent/TKT-\\d+"));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Thank you, we have your message");
        var number = page.url().replaceFirst(".*/", "");
        assertThat(page.locator("main")).containsText(number);
        page.reload();
        assertThat(page.locator("main")).containsText(number);
        Accessibility.check(page);
        shotInBoth(page, "help-sent");
        Accessibility.fitsAPhone(page);
        shot(page, "help-sent-phone");
    }

    @Test
    void what_is_wrong_is_said_at_once_and_at_each_field(Page page) {
        expectingStatus(422);
        visit(page);
        page.getByLabel("E-mail").fill("robin at vale");
        page.getByLabel("What is it about?").fill("A question");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page).hasTitle(Pattern.compile("Please check: .*"));
        assertThat(page.getByLabel("E-mail")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("E-mail"))
                .hasAccessibleDescription(Pattern.compile("This is not an e-mail address.*"));
        assertThat(page.getByLabel("E-mail")).hasValue("robin at vale");
        assertThat(page.getByLabel("What is it about?")).hasValue("A question");
        Accessibility.check(page);
        shotInBoth(page, "help-refused");
        page.getByRole(AriaRole.ALERT)
                .getByText("Please describe what happened.")
                .click();
        assertThat(page.getByLabel("What happened?")).isFocused();
        Accessibility.fitsAPhone(page);
        shot(page, "help-refused-phone");
    }

    @Test
    void the_form_is_accessible_in_both_themes_and_fits_a_phone(Page page) {
        visit(page);
        assertThat(page.getByLabel("Leave this empty")).not().isInViewport();
        Accessibility.check(page);
        shotInBoth(page, "help");
        Accessibility.fitsAPhone(page);
        shot(page, "help-phone");
    }

    private void visit(Page page) {
        page.navigate(house.resolve("/help/new").toString());
    }

    private static void shotInBoth(Page page, String name) {
        shot(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
