package groundswell.insights.documentation;

import static groundswell.insights.InsightsApiTest.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A help centre tells whole days; each test has a day of its own, long enough ago to be in no window. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HelpCentreApiTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    DataSource database;

    @Inject
    WhenWordsAreOldThenForget forgetting;

    @Test
    void a_day_that_is_sent_again_is_there_once_and_other_figures_take_its_place() throws Exception {
        var day = today.minusDays(70);
        var told = "{\"items\": [%s, %s]}"
                .formatted(article("kb-1", "Our office dogs", 12), article("kb-2", "Our office cats", 7));
        for (int i = 0; i < 3; i++) {
            articles(day, "application/json", told)
                    .statusCode(200)
                    .body("day", equalTo(day.toString()))
                    .body("articles", equalTo(2))
                    .body("visits", equalTo(19));
        }
        assertThat(visits(day)).containsExactly("kb-1 12 9", "kb-2 7 9");
        articles(day, "application/json", "{\"items\": [" + article("kb-2", "Our office cats", 8) + "]}");
        assertThat(visits(day)).containsExactly("kb-2 8 9");
        articles(day, "application/json", "{\"items\": []}").statusCode(200);
        assertThat(visits(day)).isEmpty();
    }

    @Test
    void csv_says_the_same_as_json() throws Exception {
        var day = today.minusDays(71);
        articles(
                        day,
                        "text/csv; charset=utf-8",
                        "\ufeffarticle,title,theme,visits,visitors\r\nkb-3,\"Our office dogs, and cats\",office-life,5,9\r\nkb-4,Our office cats,,6,9\r\n")
                .statusCode(200);
        var csv = visits(day);
        articles(
                day,
                "application/json",
                "{\"items\": [{\"article\": \"kb-3\", \"title\": \"Our office dogs, and cats\", \"theme\": \"office-life\", \"visits\": 5,"
                        + " \"visitors\": 9}, " + article("kb-4", "Our office cats", 6) + "]}");
        assertThat(visits(day)).isEqualTo(csv).containsExactly("kb-3 5 9", "kb-4 6 9");
        assertThat(read("select title || '|' || theme from insights_help_article where article = 'kb-3'"))
                .containsExactly("Our office dogs, and cats|office-life");
        searches(day, "text/csv", "term,searches,people,opened\nhow to print,9,8,3\n")
                .statusCode(200)
                .body("inWords", equalTo(1));
        assertThat(searched(day)).containsExactly(" 0 0 0", "how to print 9 8 3");
        searches(
                day,
                "application/json",
                "{\"items\": [{\"term\": \"How to  print\", \"searches\": 9, \"people\": 8, \"opened\": 3}]}");
        assertThat(searched(day)).containsExactly(" 0 0 0", "how to print 9 8 3");
    }

    @Test
    void what_few_people_searched_for_and_what_points_to_somebody_is_kept_as_numbers_only() throws Exception {
        var day = today.minusDays(72);
        searches(day, "text/csv", """
                        term,searches,people,opened
                        refund,20,11,4
                        zanzibar holiday,5,2,1
                        Mr Quillfeather,50,40,3
                        quillfeather@example.org,9,9,0
                        +44 20 7946 0958,7,7,0
                        4111 1111 1111 1111,6,6,0
                        """)
                .statusCode(200)
                .body("inWords", equalTo(1))
                .body("searches", equalTo(97))
                .body("searchesWithoutWords", equalTo(77));
        assertThat(searched(day)).containsExactly(" 77 0 4", "refund 20 11 4");
        for (var table : List.of("insights_help_search", "insights_help_place")) {
            assertThat(read("select t::text from " + table + " t"))
                    .noneMatch(row ->
                            row.toLowerCase(java.util.Locale.ROOT).matches(".*(zanzibar|quillfeather|7946|4111).*"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refund,20,11,4\nexport,-1,3,0|Line 2: searches must be a whole number",
                "refund,20,11,4\nexport,1e9,3,0|Line 2: searches must be a whole number",
                "refund,20,11,4\n,1,3,0|Line 2: term is missing",
                "refund,20,11,21|Line 1: opened is more than searches",
                "refund,20,,2|Line 1: people is missing",
                "refund,20,11,2,7|Line 1: has 5 values where the first line has 4",
                "\"refund,20,11,2|This is no CSV",
                "LONG,20,11,4|Line 1: term has more than 200 characters"
            })
    void a_bad_line_is_named_and_nothing_is_changed(String lineAndProblem) throws Exception {
        var day = today.minusDays(73);
        searches(day, "text/csv", "term,searches,people,opened\nkept,9,8,3\n").statusCode(200);
        var parts = lineAndProblem.split("\\|");
        searches(day, "text/csv", "term,searches,people,opened\n" + parts[0].replace("LONG", "x".repeat(201)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unreadable-lines"))
                .body("detail", containsString(parts[1]));
        assertThat(searched(day)).containsExactly(" 0 0 0", "kept 9 8 3");
    }

    @Test
    void json_that_is_not_as_it_must_be_is_refused_in_the_same_words() {
        var day = today.minusDays(74);
        articles(day, "application/json", "{\"items\": [{\"article\": \"kb-1\", \"visits\": 1.5, \"visitors\": true}]}")
                .statusCode(400)
                .body("detail", containsString("Line 1: title is missing."))
                .body("detail", containsString("Line 1: visits must be a whole number"))
                .body("detail", containsString("Line 1: visitors is missing."));
        articles(day, "application/json", "{\"items\": [" + article("a", "A", 1) + "," + article("a", "B", 1) + "]}")
                .statusCode(400)
                .body("detail", containsString("Line 2: article stands in a line before."));
        articles(day, "application/json", "{\"rows\": []}").statusCode(400).body("detail", containsString("items"));
        articles(day, "application/json", "{\"items\": [{\"article\": \"a\"}")
                .statusCode(400)
                .body("detail", containsString("no JSON"));
        articles(day, "application/json", "nonsense").statusCode(400).body("detail", containsString("no JSON"));
        articles(day, "text/csv", "article,visits\n").statusCode(400).body("detail", containsString("title"));
        articles(day, "application/json", "").statusCode(400);
    }

    @Test
    void a_day_has_ten_thousand_lines_at_most() {
        var lines = IntStream.rangeClosed(1, Lines.MOST + 1)
                .mapToObj(i -> "kb-" + i + ",Title " + i + ",1,1")
                .collect(Collectors.joining("\n", "article,title,visits,visitors\n", "\n"));
        articles(today.minusDays(75), "text/csv", lines)
                .statusCode(400)
                .body("detail", containsString("at most 10000 lines"));
        articles(today.minusDays(75), "application/json", "{\"items\": [0" + ",0".repeat(Lines.MOST) + "]}")
                .statusCode(400)
                .body("detail", containsString("at most 10000 lines"));
    }

    @Test
    void only_a_day_is_large() {
        var large = "{\"note\": \"" + "x".repeat(70_000) + "\", \"items\": []}";
        articles(today.minusDays(76), "application/json", large).statusCode(200);
        as("product")
                .contentType("application/json")
                .body(large)
                .post("/api/launches")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31", "2999-01-01", "yesterday", "2026-02-30"})
    void a_day_that_nobody_can_know_of_is_refused(String day) {
        as("integrator")
                .contentType("application/json")
                .body("{\"items\": []}")
                .put("/api/help-centre/" + day + "/searches")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-day"));
    }

    @Test
    void who_only_reads_tells_nothing() {
        for (var role : List.of("agent", "pr", "legal")) {
            as(role).contentType("application/json")
                    .body("{\"items\": []}")
                    .put("/api/help-centre/2026-01-01/articles")
                    .then()
                    .statusCode(403);
        }
        given().contentType("application/json")
                .body("{\"items\": []}")
                .put("/api/help-centre/2026-01-01/articles")
                .then()
                .statusCode(401);
    }

    @Test
    void of_a_day_long_past_only_numbers_are_taken_in() throws Exception {
        var day = today.minusDays(200);
        searches(day, "text/csv", "term,searches,people,opened\nrefund,20,11,4\n")
                .statusCode(200)
                .body("inWords", equalTo(0));
        assertThat(searched(day)).containsExactly(" 20 0 4");
    }

    @Test
    void old_words_are_deleted_and_their_numbers_stay_with_the_theme() throws Exception {
        var day = today.minusDays(300);
        write("insert into insights_help_search values ('" + day + "', 'lapis refund', '', 20, 11, 4), ('" + day
                + "', 'lapis', '', 5, 3, 1), ('" + day + "', '', '', 7, 0, 2)");
        write("insert into insights_help_place values ('term', 'lapis refund', 'x', 'office-life', null),"
                + " ('term', 'lapis', 'x', null, null)");
        forgetting.forget();
        assertThat(read("select theme || ' ' || searches || ' ' || opened from insights_help_search where day = '" + day
                        + "' order by 1"))
                .containsExactly(" 12 3", "office-life 20 4");
        assertThat(read("select what from insights_help_place where what like 'lapis%'"))
                .isEmpty();
        forgetting.forget();
        assertThat(searched(day)).hasSize(2);

        searches(day, "text/csv", "term,searches,people,opened\nlapis refund,21,12,4\n")
                .statusCode(200)
                .body("inWords", equalTo(0))
                .body("searches", equalTo(32))
                .body("searchesWithoutWords", equalTo(32));
        assertThat(searched(day)).containsExactly(" 12 0 3", " 20 0 4");
    }

    @Test
    void of_a_day_long_past_other_figures_are_taken_in_where_no_theme_would_be_lost() throws Exception {
        var day = today.minusDays(201);
        for (int searches : new int[] {20, 30}) {
            searches(day, "text/csv", "term,searches,people,opened\nrefund," + searches + ",11,4\n")
                    .statusCode(200)
                    .body("searches", equalTo(searches));
        }
        assertThat(searched(day)).containsExactly(" 30 0 4");
    }

    private static String article(String id, String title, int visits) {
        return "{\"article\": \"%s\", \"title\": \"%s\", \"visits\": %d, \"visitors\": 9}".formatted(id, title, visits);
    }

    private static ValidatableResponse articles(LocalDate day, String type, String body) {
        return put(day, "articles", type, body);
    }

    private static ValidatableResponse searches(LocalDate day, String type, String body) {
        return put(day, "searches", type, body);
    }

    private static ValidatableResponse put(LocalDate day, String what, String type, String body) {
        return as("integrator")
                .contentType(type)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/api/help-centre/" + day + "/" + what)
                .then();
    }

    private List<String> visits(LocalDate day) throws SQLException {
        return read("select article || ' ' || visits || ' ' || visitors from insights_help_visit where day = '" + day
                + "' order by 1");
    }

    private List<String> searched(LocalDate day) throws SQLException {
        return read("select term || ' ' || searches || ' ' || people || ' ' || opened from insights_help_search"
                + " where day = '" + day + "' order by 1");
    }

    private List<String> read(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
