package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import groundswell.language.Classification.Likelihood;
import groundswell.language.Classification.Nearest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThemeClassifierTest {
    static final BgeSmall MODEL = new BgeSmall();
    static List<Theme> themes;
    static ThemeClassifier classifier;

    @BeforeAll
    static void learn() throws IOException {
        var rows = Table.read(ThemeClassifierTest.class, "themes.txt").rows().stream()
                .collect(Collectors.groupingBy(List::getFirst, LinkedHashMap::new, Collectors.toList()));
        themes = rows.entrySet().stream()
                .map(theme -> new Theme(
                        theme.getKey(),
                        theme.getValue().getFirst().get(1),
                        "",
                        theme.getValue().stream().map(List::getLast).toList()))
                .toList();
        classifier = ThemeClassifier.learn(themes, 7, MODEL);
    }

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hi, downloaded the monthly table as xlsx and it has zero lines in it  | export.broken         | reliability
            PASSWORD REJECTED AGAIN. let me into my account!!                     | login.locked          | reliability
            the bank shows your fee two times in march, one must come back to us  | billing.double-charge | revenue
            our team grows, what would five additional licences cost              | plan.change           | revenue
            any chance of a night colour scheme                                   | feature.dark-mode     | product
            """)
    void a_text_that_shares_hardly_a_word_finds_its_theme_and_group(String text, String theme, String group) {
        var answer = classifier.classify(text);
        assertThat(answer.theme()).isEqualTo(theme);
        assertThat(answer.group()).isEqualTo(group);
        assertThat(answer.nearest().getFirst().name()).startsWith(theme + "#");
    }

    @Test
    void groups_and_themes_are_probabilities() {
        var answer = classifier.classify("I was charged two times for the extra seats");
        assertThat(answer.groups().values().stream().mapToDouble(p -> p).sum()).isBetween(0.8, 1.0);
        assertThat(answer.groupProbability()).isGreaterThanOrEqualTo(answer.probability());
        assertThat(answer.secondary().stream().map(Likelihood::probability))
                .allSatisfy(p -> assertThat(p).isBetween(0.1, answer.probability()));
    }

    @Test
    void the_answer_names_the_phrasings_and_the_model_it_rests_on() {
        var answer = classifier.classify("Exporting to Excel gives me an empty file");
        assertThat(answer.nearest())
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> Double.compare(b.similarity(), a.similarity()));
        assertThat(answer.nearest().getFirst())
                .returns("export.broken#3", Nearest::name)
                .satisfies(n -> assertThat(n.similarity()).isCloseTo(1, within(1e-6)));
        assertThat(answer.model())
                .isEqualTo("bge-small-q/taxonomy@7#" + classifier.hash().substring(0, 8));
    }

    @Test
    void an_unrelated_text_is_answered_without_confidence() {
        assertThat(classifier
                        .classify("The weather in the mountains was lovely")
                        .probability())
                .isLessThan(0.6);
        assertThat(classifier.classify("").probability()).isLessThan(0.6);
    }

    @Test
    void learning_again_gives_bit_identical_answers() {
        var again = ThemeClassifier.learn(themes, 7, MODEL);
        assertThat(again.classify("nothing gets saved")).isEqualTo(classifier.classify("nothing gets saved"));
    }

    @Test
    void a_theme_without_phrasings_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Theme("empty", "product", "", List.of("one")))
                .withMessageContaining("empty");
    }
}
