package groundswell.consent.stories;

import static groundswell.consent.live.People.as;
import static groundswell.consent.live.People.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import groundswell.consent.live.Live;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@Live
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RedactApiTest {
    @Test
    void each_text_is_answered_in_order_with_what_is_left_and_what_was_removed() {
        redact("Hi, I'm Marta Lindqvist, mail marta@example.com", "Nothing works today.")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].text", equalTo("Hi, I'm [person], mail [e-mail]"))
                .body("items[0].spans.type", contains("person", "email"))
                .body("items[0].spans.start", contains(8, 30))
                .body("items[0].spans.end", contains(23, 47))
                .body("items[0].spans.layer", contains("name_list", "form"))
                .body("items[1].text", equalTo("Nothing works today."))
                .body("items[1].spans", empty());
    }

    @Test
    void places_are_code_points_whatever_stands_before() {
        redact("😀👍🏽 card 4111 1111 1111 1111")
                .body("items[0].spans.start", contains(9))
                .body("items[0].spans.end", contains(28))
                .body("items[0].text", equalTo("😀👍🏽 card [card number]"));
    }

    @Test
    void look_alikes_wide_digits_and_invisible_characters_hide_nothing() {
        redact("ask j о h n", "call ＋４４ ２０ ７９４６ ０９５８", "write to jo\u200bhn@exam\u00adple.com")
                .body("items.text", contains("ask [person]", "call [phone number]", "write to [e-mail]"))
                .body("items[1].spans[0].start", equalTo(5))
                .body("items[1].spans[0].end", equalTo(21))
                .body("items[2].spans[0].end", equalTo(27));
    }

    @Test
    void only_pr_and_legal_may_ask() {
        for (var role : List.of("agent", "lead", "product", "ops", "integrator", "admin")) {
            as(role).body(Map.of("texts", List.of("x")))
                    .post("/api/stories/redact")
                    .then()
                    .statusCode(403);
        }
        as("legal")
                .body(Map.of("texts", List.of("x")))
                .post("/api/stories/redact")
                .then()
                .statusCode(200);
        nobody().contentType("application/json")
                .body(Map.of("texts", List.of("x")))
                .post("/api/stories/redact")
                .then()
                .statusCode(401);
    }

    @Test
    void five_hundred_texts_are_taken_and_one_more_is_not() {
        redact(Collections.nCopies(500, "fine").toArray(String[]::new))
                .statusCode(200)
                .body("items", hasSize(500));
        redact(Collections.nCopies(501, "fine").toArray(String[]::new))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void a_missing_text_and_one_that_is_too_long_are_named_by_their_place_and_not_repeated() {
        var refused = redact("fine", "secretive ".repeat(1_001))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("texts[1]"))
                .extract()
                .asString();
        assertThat(refused).doesNotContain("secretive");
        redact("fine", null).statusCode(400).body("errors.field", contains("texts[1]"));
        as("pr").body("{}").post("/api/stories/redact").then().statusCode(400);
    }

    @Test
    void more_than_is_read_at_once_is_refused_with_what_to_do() {
        redact(Collections.nCopies(41, "ordinary ".repeat(1_100)).toArray(String[]::new))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-much-text"));
    }

    private static ValidatableResponse redact(String... texts) {
        return as("pr").body(Collections.singletonMap("texts", Arrays.asList(texts)))
                .post("/api/stories/redact")
                .then();
    }
}
