package groundswell.insights.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed is kept where it points to nobody. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SearchedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ines@calloway.example",
                "my account is INES@calloway.example",
                "+44 20 7946 0958",
                "4111 1111 1111 1111",
                "order 123456",
                "dear Mr Calloway",
                "my name is Ines Calloway",
                "invoice number 4711-22"
            })
    void what_may_point_to_somebody_is_personal(String term) {
        assertThat(Searched.isPersonal(term)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export invoices",
                "How do I change the language?",
                "error 404",
                "two factor authentication",
                "Outlook Calendar",
                "2025 prices",
                "csv import"
            })
    void what_is_asked_for_is_not(String term) {
        assertThat(Searched.isPersonal(term)).isFalse();
    }

    @Test
    void spellings_of_a_term_are_one_and_people_are_not_counted_twice() {
        var day = SearchedDay.of(List.of(new Searched("export", 5, 3, 1), new Searched("export", 4, 4, 2)), true);
        assertThat(day.terms()).containsExactly(new Searched("export", 9, 4, 3));
    }

    @Test
    void two_spellings_of_two_people_each_are_still_too_few() {
        var day = SearchedDay.of(List.of(new Searched("calloway", 2, 2, 0), new Searched("calloway", 2, 2, 0)), true);
        assertThat(day.terms()).isEmpty();
        assertThat(day.rare()).isEqualTo(new Searched("", 4, 0, 0));
    }

    @Test
    void rare_and_personal_terms_are_only_counted() {
        var day = SearchedDay.of(
                List.of(new Searched("refund", 5, 3, 1), new Searched("rare", 2, 2, 1), new Searched("", 90, 80, 7)),
                true);
        assertThat(day.terms()).containsExactly(new Searched("refund", 5, 3, 1));
        assertThat(day.rare()).isEqualTo(new Searched("", 92, 0, 8));
    }

    @Test
    void of_a_day_long_past_no_words_are_kept() {
        var day = SearchedDay.of(List.of(new Searched("refund", 5, 3, 1)), false);
        assertThat(day.terms()).isEmpty();
        assertThat(day.rare()).isEqualTo(new Searched("", 5, 0, 1));
    }
}
