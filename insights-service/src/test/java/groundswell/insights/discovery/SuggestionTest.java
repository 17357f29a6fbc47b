package groundswell.insights.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SuggestionTest {
    @Test
    void it_is_made_of_the_words_that_customers_share() {
        var suggestion = Suggestion.of(List.of("tide tables", "harbour", "high water"), "product");
        assertThat(suggestion.name()).isEqualTo("Tide tables, harbour");
        assertThat(suggestion.team()).isEqualTo("product");
        assertThat(suggestion.description()).contains("tide tables, harbour, high water");
        assertThat(suggestion.phrasings().lines())
                .containsExactly("tide tables harbour high water", "tide tables", "high water", "harbour");
    }

    @Test
    void without_words_in_common_nothing_is_suggested() {
        assertThat(Suggestion.of(List.of(), "product").name()).isEmpty();
        assertThat(Suggestion.of(List.of("tide"), "product").phrasings().lines())
                .as("a theme needs two")
                .containsExactly("tide", "Customers write of tide.");
    }
}
