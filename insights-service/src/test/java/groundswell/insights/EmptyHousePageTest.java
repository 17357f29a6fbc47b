package groundswell.insights;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import groundswell.insights.EmptyHousePageTest.NothingToHear;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first minute of an installation: no ticket, no team, no taxonomy, and pages worth looking at. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(NothingToHear.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmptyHousePageTest {
    /** Listens to topics that nobody writes. */
    public static class NothingToHear implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.messaging.incoming.ticket-events.topic", "silence.tickets",
                    "mp.messaging.incoming.letters.topic", "silence.tickets",
                    "mp.messaging.incoming.routing-events.topic", "silence.routing");
        }
    }

    @TestHTTPResource("/")
    URI house;

    @Test
    void every_page_says_what_will_be_there(Page page) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + InsightsApiTest.token("ops")));
        page.navigate(house.resolve("operations").toString());
        assertThat(page.locator("live-stream")).hasText("Live");
        assertThat(page.getByText("No themes yet")).isVisible();
        assertThat(page.getByText("A quiet week so far")).isVisible();
        assertThat(page.getByText("No teams yet")).isVisible();
        PagesPageTest.checked(page, "operations-empty");
        page.setViewportSize(1440, 1000);
        page.navigate(house.resolve("themes").toString());
        assertThat(page.getByText("No tickets in this window")).isVisible();
        PagesPageTest.checked(page, "themes-empty");
        page.navigate(house.resolve("surges").toString());
        assertThat(page.getByText("Nothing surges")).isVisible();
        PagesPageTest.checked(page, "surges-empty");
        page.setViewportSize(1440, 1000);
        page.navigate(house.resolve("launches").toString());
        assertThat(page.locator("#h-fixes")).isVisible();
        PagesPageTest.checked(page, "launches-empty");
        page.setViewportSize(1440, 1000);
        page.navigate(house.resolve("reports").toString());
        assertThat(page.getByText("No report yet")).isVisible();
        page.navigate(house.resolve("insights/kudos").toString());
        assertThat(page.getByText("No thank-yous yet")).isVisible();
        page.navigate(house.resolve("insights/documentation").toString());
        assertThat(page.getByText("The help centre has told nothing of this time"))
                .isVisible();
        PagesPageTest.checked(page, "documentation-empty");
        page.setViewportSize(1440, 1000);
        page.navigate(house.resolve("insights/tickets").toString());
        assertThat(page.getByText("No tickets", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }
}
