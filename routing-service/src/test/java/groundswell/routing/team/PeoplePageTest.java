package groundswell.routing.team;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.ui.browser.Browser.shot;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People and their shifts, as a lead changes them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PeoplePageTest {
    @TestHTTPResource("/routing/people")
    URI people;

    @Test
    void a_lead_changes_hours_and_says_who_is_away_and_an_agent_only_looks(Page page) {
        var ada = UUID.randomUUID();
        var path = "/api/teams/product/members/" + ada;
        given().auth()
                .oauth2(Tokens.of("lead"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Ada Lamm", "timeZone", "Europe/Berlin"))
                .put(path)
                .then()
                .statusCode(200);
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Tokens.of("lead")));
        page.navigate(people.toString());
        var row = page.locator("tr").filter(new Locator.FilterOptions().setHasText("Ada Lamm"));
        assertThat(row).containsText("mon-fri 09:00-17:00");
        Accessibility.check(page);
        shot(page, "people");

        row.getByText("Change").click();
        var form = page.locator("#edit-" + ada + " form").first();
        form.locator("[name=hours]").fill("whenever");
        shot(page, "people-edit");
        Accessibility.check(page);
        Browser.expectingStatus(400);
        form.locator("button").click();
        assertThat(form).containsText("must be such as");
        form.locator("[name=hours]").fill("mon-thu 08:00-16:00, fri 08:00-12:00");
        form.locator("[name=skills]").fill("invoices, refunds");
        form.locator("button").click();
        assertThat(row).containsText("fri 08:00-12:00");
        assertThat(row).containsText("invoices, refunds");
        row.getByText("Away").click();
        assertThat(row.locator(".badge")).containsText("Away");
        given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/api/teams/product/members")
                .then()
                .body("find { it.id == '" + ada + "' }.atWork", is(false));

        row.getByText("Change").click();
        given().auth()
                .oauth2(Tokens.of("lead"))
                .contentType(ContentType.JSON)
                .body(Map.of("capacity", 3))
                .put(path)
                .then()
                .statusCode(200);
        form.locator("[name=skills]").fill("refunds");
        Browser.expectingStatus(412);
        form.locator("button").click();
        assertThat(page.locator(".toast")).containsText("has changed since you opened it");
        page.reload();
        assertThat(row).containsText("invoices, refunds");

        Accessibility.fitsAPhone(page);
        shot(page, "people-phone");
        page.setViewportSize(1440, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, "people-dark");

        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Tokens.of("agent")));
        page.navigate(people.toString());
        assertThat(page.locator("[popovertarget^=edit]")).hasCount(0);
        given().auth().oauth2(Tokens.of("lead")).delete(path).then().statusCode(204);
    }
}
