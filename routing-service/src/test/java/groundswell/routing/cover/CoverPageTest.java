package groundswell.routing.cover;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.routing.TicketFeed.NewTicket.saying;
import static groundswell.ui.browser.Browser.shot;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.routing.WeeklyShift;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Accessibility;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The heat map, as a program and as a person see it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoverPageTest {
    @TestHTTPResource("/routing/cover")
    URI cover;

    @Inject
    TicketFeed tickets;

    @Test
    void arrivals_at_night_with_nobody_at_work_are_a_gap(Page page) {
        var person = UUID.randomUUID();
        var shift = Map.of("days", WeeklyShift.DAYS, "from", "08:00", "to", "18:00");
        as("lead")
                .body(Map.of("timeZone", "UTC", "hours", List.of(shift)))
                .put("/api/teams/revenue/members/" + person)
                .then()
                .statusCode(200);
        // the tickets of other tests were opened today or yesterday, on other days of the week
        var date = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        var day = WeeklyShift.DAYS.get(date.getDayOfWeek().getValue() - 1);
        var dayName = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        for (int n = 0; n < 8; n++)
            tickets.open(saying("Night", "x").tagged("billing").openedAt(at(date, 3, n)));
        for (int n = 0; n < 4; n++)
            tickets.open(saying("Day", "x").tagged("billing").openedAt(at(date, 10 + n, 0)));

        await().untilAsserted(() -> as("ops")
                .get("/api/routing/cover?team=revenue")
                .then()
                .statusCode(200)
                .body("cells", hasSize(168))
                .body("cells.find { it.day == '" + day + "' && it.hour == 3 }.arrivals", is(2.0f))
                .body("cells.find { it.day == '" + day + "' && it.hour == 10 }.people", greaterThanOrEqualTo(1.0f))
                .body("gaps.says", hasItem(dayName + " 03–04: 2 tickets a week, nobody at work")));
        as("ops").get("/api/routing/cover?team=marketing").then().statusCode(400);
        as("ops").get("/api/routing/cover?zone=Mars").then().statusCode(400);
        as("ops").get("/api/routing/cover?weeks=0").then().statusCode(400);
        as("legal").get("/api/routing/cover").then().statusCode(403);

        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Tokens.of("lead")));
        page.navigate(cover + "?team=revenue");
        assertThat(page.locator("h2").first()).containsText("of tickets arrive while nobody is at work");
        assertThat(page.locator("td.gap[title='" + dayName + " 03–04: 2 tickets a week, 0 at work']"))
                .hasCount(1);
        Accessibility.check(page);
        shot(page, "cover");
        Accessibility.fitsAPhone(page);
        shot(page, "cover-phone");
        page.setViewportSize(1440, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shot(page, "cover-dark");
        as("lead").delete("/api/teams/revenue/members/" + person).then().statusCode(204);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
