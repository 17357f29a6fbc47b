package groundswell.consent.stories;

import static groundswell.consent.live.People.as;
import static groundswell.consent.live.People.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import groundswell.consent.live.Live;
import groundswell.consent.live.MovableClock;
import groundswell.consent.live.TicketFeed;
import groundswell.consent.live.TicketFeed.Told;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@Live
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoriesApiTest {
    static final Map<String, String> WORDS = Map.of(
            "problem", "A shop was charged twice for one month.",
            "response", "The second charge was refunded the same day.",
            "voice", "It was back before I had finished my coffee.");

    @Inject
    TicketFeed feed;

    @Inject
    MovableClock clock;

    @Inject
    DataSource database;

    Told ticket;
    String link;
    String theme;

    @BeforeEach
    void a_resolved_ticket_whose_customer_was_asked() {
        theme = "billing-" + UUID.randomUUID();
        askAbout(theme);
    }

    private void askAbout(String theme) {
        ticket = feed.ticket(
                "Rosa Keller",
                "rosa@harbourlane.example",
                "Harbour Lane Books",
                "Charged twice in March",
                "Hi, Rosa Keller here from Harbour Lane Books. You charged my card 4111 1111 1111 1111 twice."
                        + " Write to rosa@harbourlane.example or call +44 20 7946 0958.");
        feed.reply(ticket, "Dear Rosa, we have refunded the second charge. Kind regards");
        feed.customerReply(ticket, "Thank you! It was back before I had finished my coffee. Rosa");
        feed.resolve(ticket);
        feed.awaitResolved(ticket);
        feed.classify(ticket, theme);
        link = as("agent")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/consents")
                .path("link");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    void customer(String decision, String... scopes) {
        nobody().contentType("application/json")
                .body(Map.of("decision", decision, "scopes", scopes, "retention", "one_year"))
                .post(link)
                .then()
                .statusCode(200);
    }

    String draft() {
        return as("pr").body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/stories")
                .then()
                .statusCode(201)
                .body("status", equalTo("drafted"))
                .extract()
                .path("id");
    }

    String released() {
        customer("grant", "aggregate_quote", "case_study");
        var id = draft();
        as("legal").body(WORDS).put("/api/stories/" + id + "/check").then().statusCode(200);
        as("pr").post("/api/stories/" + id + "/release").then().statusCode(200).body("status", equalTo("released"));
        return id;
    }

    List<String> usable(String query) {
        return as("pr").get("/api/stories?theme=" + theme + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void without_a_yes_there_is_no_draft() {
        as("pr").body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/stories")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-covered"));
        customer("decline");
        as("pr").body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/stories")
                .then()
                .statusCode(409);
    }

    @Test
    void the_reviewer_sees_original_and_redacted_and_what_was_removed() {
        customer("grant", "case_study");
        var id = draft();
        as("legal")
                .get("/api/stories/" + id)
                .then()
                .statusCode(200)
                .body("original.problem", containsString("Rosa Keller"))
                .body("redacted.problem", not(containsString("Rosa")))
                .body("redacted.problem", not(containsString("Harbour")))
                .body("redacted.problem", not(containsString("4111")))
                .body("redacted.problem", not(containsString("@")))
                .body("redacted.problem", not(containsString("7946")))
                .body("redacted.voice", containsString("finished my coffee"))
                .body("redacted.voice", not(containsString("Rosa")))
                .body("redacted.response", not(containsString("Rosa")))
                .body("removed.kind", hasItems("person", "company", "card", "email", "phone"))
                .body("industry", equalTo("Retail"))
                .body("size", equalTo("51-200"))
                .body("text", nullValue());
        as("product").get("/api/stories/" + id).then().statusCode(403);
        as("lead").get("/api/stories/" + id).then().statusCode(403);
    }

    @Test
    void nothing_is_found_before_a_person_has_checked_and_released_it() {
        customer("grant", "case_study");
        var id = draft();
        assertThat(usable("")).isEmpty();
        as("pr").post("/api/stories/" + id + "/release")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-checked"));
        as("legal").body(WORDS).put("/api/stories/" + id + "/check").then().statusCode(200);
        assertThat(usable("")).isEmpty();
        as("pr").post("/api/stories/" + id + "/release").then().statusCode(200);
        assertThat(usable("")).containsExactly(id);
    }

    @Test
    void an_approved_text_that_still_names_the_customer_is_refused() {
        customer("grant", "case_study");
        var id = draft();
        for (var voice : List.of(
                "Thanks, says Rosa.",
                "My name is Rosa, I was charged twice.",
                "Dear Rosa, we have refunded it.",
                "Mail me at someone@else.example",
                "Harbour Lane Books is happy")) {
            as("legal")
                    .body(Map.of("problem", "Charged twice.", "voice", voice))
                    .put("/api/stories/" + id + "/check")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/still-identifies"))
                    .body("errors.field", hasItem("voice"));
        }
        as("legal")
                .body(Map.of("problem", " ", "voice", "x"))
                .put("/api/stories/" + id + "/check")
                .then()
                .statusCode(400);
    }

    @Test
    void a_released_story_shows_its_context_and_nothing_else() {
        var id = released();
        var story = as("product")
                .get("/api/stories?theme=" + theme)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].quote", equalTo(WORDS.get("voice")))
                .body("items[0].problem", equalTo(WORDS.get("problem")))
                .body("items[0].industry", equalTo("Retail"))
                .body("items[0].scopes", contains("aggregate_quote", "case_study"))
                .extract()
                .asString();
        assertThat(story)
                .doesNotContain(
                        ticket.ticketId().toString(), ticket.requesterId().toString(), "TKT-", "Rosa", "Harbour");
        assertThat(usable("&industry=retail&scope=case_study&since=2020-01-01")).containsExactly(id);
        assertThat(usable("&industry=health")).isEmpty();
        assertThat(usable("&scope=named_reference")).isEmpty();
        assertThat(usable("&since=2999-01-01")).isEmpty();
    }

    @Test
    void who_allows_a_quote_only_is_only_quoted() {
        customer("grant", "aggregate_quote");
        var id = draft();
        as("legal").body(WORDS).put("/api/stories/" + id + "/check");
        as("pr").post("/api/stories/" + id + "/release");
        as("pr").get("/api/stories?theme=" + theme)
                .then()
                .body("items[0].quote", equalTo(WORDS.get("voice")))
                .body("items[0].problem", nullValue())
                .body("items[0].response", nullValue());
        assertThat(usable("&scope=case_study")).isEmpty();
    }

    @Test
    void pages_follow_each_other_though_a_story_goes_away_between_them() {
        var oldest = released();
        askAbout(theme);
        var middle = released();
        askAbout(theme);
        var newest = released();

        var first = as("pr").get("/api/stories?limit=1&theme=" + theme).then().body("items.id", contains(newest));
        customer("withdraw");
        var second = as("pr").get("/api/stories?limit=1&theme=" + theme + "&after="
                        + first.extract().path("next"))
                .then()
                .body("items.id", contains(middle));
        as("pr").get("/api/stories?limit=1&theme=" + theme + "&after="
                        + second.extract().path("next"))
                .then()
                .body("items.id", contains(oldest));
        as("pr").get("/api/stories?after=17").then().statusCode(400).body("errors[0].field", equalTo("after"));
    }

    @Test
    void a_withdrawal_counts_from_the_very_next_query_and_names_what_must_be_taken_back() {
        var id = released();
        as("pr").body(Map.of("scope", "case_study", "place", "https://blog.example/refunds"))
                .post("/api/stories/" + id + "/uses")
                .then()
                .statusCode(200);
        nobody().formParam("decision", "withdraw").post(link).then().statusCode(303);
        assertThat(usable("")).isEmpty();
        as("pr").get("/api/stories/recalls")
                .then()
                .body("items.find { it.id == '" + id + "' }.uses", contains("https://blog.example/refunds"))
                .body("items.find { it.id == '" + id + "' }.reason", equalTo("consent_withdrawn"));
        as("legal")
                .get("/api/stories/" + id)
                .then()
                .body("status", equalTo("recalled"))
                .body("original", nullValue())
                .body("text", nullValue());
        as("pr").body(Map.of("scope", "case_study", "place", "elsewhere"))
                .post("/api/stories/" + id + "/uses")
                .then()
                .statusCode(409);
        as("pr").post("/api/stories/" + id + "/release").then().statusCode(409);
    }

    @Test
    void a_permission_past_its_day_is_over_whether_or_not_anybody_has_noted_it() {
        released();
        clock.moveOn(Duration.ofDays(370));
        assertThat(usable("")).isEmpty();
    }

    @Test
    void an_erased_customer_takes_the_story_along() throws SQLException {
        var id = released();
        feed.erase(ticket);
        assertThat(usable("")).isEmpty();
        as("legal").get("/api/stories/" + id).then().statusCode(200).body("original", nullValue());
    }

    @Test
    void no_word_of_the_customer_rests_in_the_clear() throws SQLException {
        released();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select (select count(*) from journal_event where convert_from(data, 'UTF8') ~* ?)"
                                + " + (select count(*) from journal_stream where state::text ~* ?)"
                                + " + (select count(*) from known_ticket t where t::text ~* ?)"
                                + " + (select count(*) from known_message m where m::text ~* ?)")) {
            for (int i = 1; i <= 4; i++) {
                query.setString(i, "rosa|keller|coffee|charged twice");
            }
            var row = query.executeQuery();
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }

    @Test
    void who_may_not_is_told_so_and_nonsense_is_refused() {
        as("agent")
                .body(Map.of("ticketId", ticket.ticketId()))
                .post("/api/stories")
                .then()
                .statusCode(403);
        nobody().get("/api/stories").then().statusCode(401);
        as("pr").get("/api/stories?scope=everything").then().statusCode(400);
        as("pr").get("/api/stories?since=yesterday").then().statusCode(400);
        as("pr").get("/api/stories?theme={theme}", "a\0b").then().statusCode(400);
        as("pr").get("/api/stories?limit=0").then().statusCode(400);
        as("pr").get("/api/stories/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/no-such-story"));
    }

    @Test
    void a_recall_by_hand_is_final() {
        var id = released();
        as("pr").post("/api/stories/" + id + "/recall").then().statusCode(200).body("status", equalTo("recalled"));
        assertThat(usable("")).isEmpty();
        as("legal").body(WORDS).put("/api/stories/" + id + "/check").then().statusCode(409);
    }
}
