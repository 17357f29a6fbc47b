package groundswell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConditionTest {
    static final TicketFacts TICKET = new TicketFacts(
            "email",
            "A-7",
            "business",
            false,
            Set.of("mobile", "ios"),
            "P2",
            "checkout",
            "The app went DOWN, again!",
            "en");

    record Row(String says, Condition condition, List<String> missing) {
        @Override
        public String toString() {
            return says;
        }
    }

    static Stream<Row> table() {
        return Stream.of(
                new Row("nothing asked for matches anything", Condition.ANY, List.of()),
                new Row("one channel of several is enough", channels("chat", "email"), List.of()),
                new Row("another channel misses", channels("phone"), List.of("channels")),
                new Row("an account is compared", accounts("A-7"), List.of()),
                new Row("another account misses", accounts("A-8"), List.of("accounts")),
                new Row("a plan is compared in any case", plans("BUSINESS"), List.of()),
                new Row("a big customer is asked for and is none", big(true), List.of("bigCustomer")),
                new Row("no big customer is asked for", big(false), List.of()),
                new Row("one tag of several is enough", tags("ios", "android"), List.of()),
                new Row("another tag misses", tags("android"), List.of("tags")),
                new Row("a priority is compared", priorities("P1", "P2"), List.of()),
                new Row("a product area is compared", areas("Checkout"), List.of()),
                new Row("a whole word is found in any case", words("down"), List.of()),
                new Row("a phrase is found across punctuation", words("down again"), List.of()),
                new Row("a language is compared", languages("en", "de"), List.of()),
                new Row("another language misses", languages("fr"), List.of("languages")),
                new Row("a part of a word is not found", words("dow"), List.of("words")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void says_what_is_missing(Row row) {
        assertThat(row.condition().missing(TICKET)).isEqualTo(row.missing());
        assertThat(row.condition().matches(TICKET)).isEqualTo(row.missing().isEmpty());
    }

    @Test
    void every_part_must_hold_and_those_that_do_not_are_named() {
        var condition = new Condition(
                Set.of("phone"),
                Set.of(),
                Set.of("free"),
                true,
                Set.of("ios"),
                Set.of(),
                Set.of(),
                Set.of("refund"),
                Set.of());
        assertThat(condition.missing(TICKET)).containsExactly("channels", "plans", "bigCustomer", "words");
    }

    @ParameterizedTest
    @CsvSource({"channels", "accounts", "plans", "priorities", "productAreas", "tags", "words", "languages"})
    void what_a_ticket_lacks_never_matches(String part) {
        var nothing = new TicketFacts(null, null, null, false, Set.of(), null, null, null, null);
        var asksAll = new Condition(
                Set.of("x"),
                Set.of("x"),
                Set.of("x"),
                null,
                Set.of("x"),
                Set.of("x"),
                Set.of("x"),
                Set.of("x"),
                Set.of("x"));
        assertThat(asksAll.missing(nothing)).contains(part);
    }

    static Condition tags(String... tags) {
        return new Condition(Set.of(), Set.of(), Set.of(), null, Set.of(tags), Set.of(), Set.of(), Set.of(), Set.of());
    }

    static Condition languages(String... languages) {
        return new Condition(
                Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(languages));
    }

    static Condition words(String... words) {
        return new Condition(Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(words), Set.of());
    }

    static Condition big(boolean bigCustomer) {
        return new Condition(
                Set.of(), Set.of(), Set.of(), bigCustomer, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    static Condition channels(String... channels) {
        return new Condition(
                Set.of(channels), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    static Condition accounts(String... accounts) {
        return new Condition(
                Set.of(), Set.of(accounts), Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    static Condition plans(String... plans) {
        return new Condition(Set.of(), Set.of(), Set.of(plans), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    static Condition priorities(String... priorities) {
        return new Condition(
                Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(priorities), Set.of(), Set.of(), Set.of());
    }

    static Condition areas(String... areas) {
        return new Condition(Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(areas), Set.of(), Set.of());
    }
}
