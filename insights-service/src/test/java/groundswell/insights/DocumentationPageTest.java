package groundswell.insights;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static groundswell.insights.InsightsApiTest.as;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import groundswell.ui.browser.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@ExtendWith(Browser.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentationPageTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @TestHTTPResource("/")
    URI house;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @Test
    void what_has_no_article_leads_to_its_tickets(Page page) throws Exception {
        var world = World.published(kafka);
        for (int day = 9; day <= 14; day++) {
            var at = today.minusDays(day).atTime(15, 10).toInstant(ZoneOffset.UTC);
            world.wroteAt(
                    at, seals, customers.another(), "papers-import", "revenue", "Contacts", "How do they get in?");
            tell(today.minusDays(day), "articles", """
                    article,title,theme,visits,visitors
                    kb-sync,When changes are lost,sync-lost,400,300
                    kb-twice,Why a payment may show twice,billing-double-charge,30,25
                    kb-slow,Make large boards load faster,reliability-slow,3,3
                    kb-dogs,Meet our office dogs,,5,5
                    """);
            tell(today.minusDays(day), "searches", """
                    term,searches,people,opened
                    changes lost,40,31,30
                    import contacts,12,9,0
                    gift wrapping,5,4,0
                    charged twice,30,24,6
                    """);
        }
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> Assertions.assertThat(as("ops")
                                .get("/api/insights/documentation/searches")
                                .jsonPath()
                                .<String>get("items.find { it.term == 'import contacts' }.theme"))
                        .isEqualTo("papers-import"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> Assertions.assertThat(as("ops")
                                .get("/api/insights/documentation")
                                .jsonPath()
                                .<Integer>get("items.find { it.theme == 'papers-import' }.tickets"))
                        .isEqualTo(6));
        open(page, "ops");
        assertThat(page.locator("live-stream")).hasText("Live");
        assertThat(page.locator("#part-terms")).containsText("gift wrapping");
        assertThat(page.locator("#part-terms")).not().containsText("changes lost");
        PagesPageTest.checked(page, "documentation");
        page.setViewportSize(1440, 1000);
        var gap = page.locator("#part-gaps li").filter(new Locator.FilterOptions().setHasText("Importing contacts"));
        assertThat(gap).containsText("No article");
        gap.getByText("The tickets").click();
        assertThat(page.locator("h1")).hasText("Tickets behind the number");
        assertThat(page.locator(".rows li")).hasCount(6);
        page.navigate(house.resolve("themes/papers-import").toString());
        assertThat(page.locator("section", new Page.LocatorOptions().setHas(page.locator("#h-looked-up"))))
                .containsText("no article is known to be about it");
        PagesPageTest.checked(page, "theme-looked-up");
    }

    @Test
    void who_speaks_for_the_company_sees_no_words_that_people_typed(Page page) {
        tell(today.minusDays(15), "searches", "term,searches,people,opened\ngift wrapping,5,4,0\n");
        open(page, "pr");
        assertThat(page.locator("h1")).hasText("Documentation gaps");
        assertThat(page.locator("#h-all")).isVisible();
        assertThat(page.locator("#part-terms")).hasCount(0);
    }

    private static void tell(LocalDate day, String what, String csv) {
        as("integrator")
                .contentType("text/csv")
                .body(csv)
                .put("/api/help-centre/" + day + "/" + what)
                .then()
                .statusCode(200);
    }

    private void open(Page page, String role) {
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + InsightsApiTest.token(role)));
        page.navigate(house.resolve("insights/documentation").toString());
    }
}
