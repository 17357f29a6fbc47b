package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordPieceTest {
    final WordPiece wordPiece = WordPiece.uncasedEnglish();

    @Test
    void texts_get_the_ids_that_the_models_own_tokenizer_gives() throws IOException {
        var softly = new SoftAssertions();
        for (var row : Table.read(WordPieceTest.class, "wordpiece.txt").rows()) {
            softly.assertThat(ids(row.getFirst())).as(row.getFirst()).isEqualTo(row.getLast());
        }
        softly.assertAll();
    }

    @Test
    void a_control_token_spelt_out_by_a_customer_is_plain_text() {
        assertThat(wordPiece.ids("[SEP]", 16))
                .hasSizeGreaterThan(3)
                .endsWith(102)
                .doesNotContain(103);
    }

    @Test
    void a_long_text_is_cut_and_still_ends_as_the_model_expects() {
        assertThat(wordPiece.ids("again ".repeat(10_000), 256)).hasSize(256).endsWith(102);
    }

    @Test
    void ten_megabytes_without_a_space_are_one_unknown_word() {
        assertThat(ids("x".repeat(10_000_000))).isEqualTo("101 100 102");
    }

    private String ids(String text) {
        return Arrays.stream(wordPiece.ids(text, 256)).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }
}
