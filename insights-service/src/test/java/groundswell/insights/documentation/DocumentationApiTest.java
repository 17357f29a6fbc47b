package groundswell.insights.documentation;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import groundswell.insights.Customers;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is looked up is set against tickets, by theme and over the same days. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentationApiTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    DataSource database;

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void what_is_looked_up_and_still_written_in_about_stands_beside_its_tickets() throws Exception {
        as("integrator")
                .contentType("text/csv")
                .body("article,title,visits,visitors\nkb-gone,Xylophone lessons,9,9\n")
                .put("/api/help-centre/" + today.minusDays(LookupsReader.ARTICLE_DAYS + 7) + "/articles")
                .then()
                .statusCode(200);
        var world = World.published(kafka);
        for (int day = 2; day <= 5; day++) {
            write(world, "papers-export", day, 3);
            write(world, "papers-refund", day, 2);
            if (day != 4) {
                tell(today.minusDays(day));
            }
        }
        write(world, "papers-export", 6, 4); // before the first day that the help centre tells of

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(theme("papers-export"))
                        .containsEntry("verdict", "still_written_in")
                        .containsEntry("visits", 90)
                        .containsEntry("visitors", 60)
                        .containsEntry("searches", 30)
                        .containsEntry("people", 27)
                        .containsEntry("openedNothing", 9)
                        .containsEntry("articles", 1)
                        .containsEntry("tickets", 12)
                        .containsEntry("customers", 12)
                        .containsEntry("ticketsPer100", 10.0f));
        as("product")
                .get("/api/insights/documentation?window=7d")
                .then()
                .body("daysNotTold", org.hamcrest.Matchers.equalTo(1))
                .body("before", nullValue())
                .body("items.ticketsBefore", everyItem(nullValue()));
        assertThat(as("product")
                        .urlEncodingEnabled(false)
                        .get(String.valueOf(theme("papers-export").get("link")))
                        .jsonPath()
                        .getList("items"))
                .hasSize(12);

        assertThat(theme("papers-refund"))
                .containsEntry("verdict", "no_article")
                .containsEntry("tickets", 8)
                .containsEntry("searches", 18)
                .containsEntry("articles", 0)
                .containsEntry(
                        "sentence",
                        "8\u00a0tickets of 8 customers and 18 searches, and no article is known to be about it.");
        as("product")
                .accept("text/csv")
                .get("/api/insights/documentation?window=7d")
                .then()
                .body(containsString("papers-export,Exporting invoices,still_written_in,"));

        var terms = as("agent")
                .get("/api/insights/documentation/searches?window=7d")
                .jsonPath();
        assertThat(terms.getMap("items.find { it.term == 'export invoices' }"))
                .containsEntry("answered", true)
                .containsEntry("theme", "papers-export")
                .containsEntry("article", "kb-export")
                .containsEntry("people", 27);
        assertThat(terms.getMap("items.find { it.term == 'refund status' }"))
                .containsEntry("answered", false)
                .containsEntry("name", "Refund")
                .containsEntry("opened", 3);
        assertThat(terms.getMap("items.find { it.term == 'xylophone lessons' }"))
                .containsEntry("answered", false)
                .containsEntry("article", null)
                .containsEntry("theme", null);
        assertThat(terms.getList("items.answered", Boolean.class)).isSorted();
        as("agent")
                .get("/api/insights/documentation/searches?window=7d")
                .then()
                .body("items.people", everyItem(greaterThanOrEqualTo(Searched.FEWEST)));
        for (var role : new String[] {"pr", "legal", "integrator"}) {
            as(role).get("/api/insights/documentation/searches").then().statusCode(403);
        }
    }

    @Test
    void an_article_that_names_no_present_theme_has_the_one_its_title_is_nearest_to() {
        as("integrator")
                .contentType("text/csv")
                .body("article,title,theme,visits,visitors\nkb-waiting,Slow pages and time-outs,no-such-theme,9,9\n")
                .put("/api/help-centre/" + today.minusDays(95) + "/articles")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(placeOf("kb-waiting")).isEqualTo("reliability-slow"));
    }

    @Test
    void an_article_that_names_a_merged_theme_belongs_to_the_one_that_took_it() throws Exception {
        execute("insert into insights_theme_successor values ('papers-older', 'papers-export') on conflict do nothing");
        as("integrator")
                .contentType("text/csv")
                .body("article,title,theme,visits,visitors\nkb-old-code,Something else,papers-older,9,9\n")
                .put("/api/help-centre/" + today.minusDays(96) + "/articles")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(placeOf("kb-old-code")).isEqualTo("papers-export"));
    }

    @Test
    void a_window_of_which_nothing_was_told_has_no_items() {
        as("pr").get("/api/insights/documentation?window=1h")
                .then()
                .statusCode(200)
                .body("span", nullValue())
                .body("items.size()", org.hamcrest.Matchers.equalTo(0));
        as("pr").get("/api/insights/documentation?window=9d").then().statusCode(400);
        as("integrator").get("/api/insights/documentation").then().statusCode(403);
        as("integrator").get("/insights/documentation").then().statusCode(403);
    }

    private void write(World world, String theme, int daysAgo, int tickets) throws Exception {
        for (int i = 0; i < tickets; i++) {
            var at = today.minusDays(daysAgo).atTime(3 + 6 * i, 10).toInstant(ZoneOffset.UTC);
            world.wroteAt(at, seals, customers.another(), theme, "revenue", "Papers", "The list of last year, please.");
        }
    }

    private String placeOf(String article) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select theme from insights_help_place where what = '" + article + "'")) {
            return row.next() ? String.valueOf(row.getString(1)) : "not told";
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static void tell(LocalDate day) {
        as("integrator")
                .contentType("text/csv")
                .body("""
                        article,title,theme,visits,visitors
                        kb-export,Export your invoices,papers-export,30,20
                        kb-sync,When changes are lost,sync-lost,2000,900
                        """)
                .put("/api/help-centre/" + day + "/articles")
                .then()
                .statusCode(200);
        as("integrator")
                .contentType("text/csv")
                .body("""
                        term,searches,people,opened
                        export invoices,10,9,7
                        refund status,6,5,1
                        xylophone lessons,4,3,0
                        """)
                .put("/api/help-centre/" + day + "/searches")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> theme(String code) {
        return as("product")
                .get("/api/insights/documentation?window=7d")
                .jsonPath()
                .getMap("items.find { it.theme == '" + code + "' }");
    }
}
