package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermsTest {
    @Test
    void a_text_is_its_words_in_lower_case_without_punctuation() {
        assertThat(Terms.words("Can't LOG-IN… (since v2.1)!"))
                .containsExactly("can", "t", "log", "in", "since", "v2", "1");
        assertThat(Terms.of("Refund, please!")).isEqualTo(Terms.of("refund please"));
    }

    @Test
    void words_pairs_and_pieces_are_counted_each() {
        var terms = Terms.of("no no card");
        assertThat(terms.ids).isSorted().doesNotHaveDuplicates().contains(Terms.word("no"), Terms.word("card"));
        assertThat(terms.counts[Arrays.binarySearch(terms.ids, Terms.word("no"))])
                .isEqualTo(2);
        // no, card | no no, no card | <no no> <no> | <ca car ard rd> <car card ard> <card card>
        assertThat(terms.ids).hasSize(2 + 2 + 3 + 9);
    }

    @Test
    void a_misspelt_word_shares_most_of_its_pieces_with_the_right_one() {
        var right = Terms.of("password").ids;
        var wrong = Terms.of("pasword").ids;
        assertThat(Arrays.stream(wrong)
                        .filter(id -> Arrays.binarySearch(right, id) >= 0)
                        .count())
                .isGreaterThan(wrong.length / 2);
    }

    @Test
    void the_numbers_are_the_same_on_every_machine() {
        assertThat(Terms.word("refund")).isEqualTo(REFUND);
    }

    /** Written down once: whatever was kept sealed under it must be found again. */
    private static final int REFUND = -1311044328;

    @Test
    void a_text_without_a_word_has_no_terms() {
        assertThat(Terms.of("").isEmpty()).isTrue();
        assertThat(Terms.of(" … 😀 !!").isEmpty()).isTrue();
    }

    @Test
    void a_text_without_end_costs_no_more_than_its_beginning() {
        assertThat(Terms.words("word ".repeat(50_000))).hasSize(200);
        assertThat(Terms.words("x".repeat(100_000))).containsExactly("x".repeat(40));
    }

    @Test
    void what_is_kept_of_a_text_comes_back_to_the_bit() {
        var kept = new EncodedText(new float[] {0.25f, -1, Float.MIN_VALUE}, Terms.of("charged twice twice"));
        assertThat(EncodedText.fromBytes(kept.toBytes())).isEqualTo(kept);
        assertThat(kept.toString()).doesNotContain("charged");
    }

    @Test
    void bytes_of_another_kind_are_refused() {
        var bytes = new EncodedText(new float[] {1}, Terms.of("charged twice")).toBytes();
        assertThatIllegalArgumentException().isThrownBy(() -> EncodedText.fromBytes(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> EncodedText.fromBytes(new byte[] {9, 0, 0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncodedText.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)));
        var huge = bytes.clone();
        huge[1] = 0x7f;
        assertThatIllegalArgumentException().isThrownBy(() -> EncodedText.fromBytes(huge));
    }
}
