package groundswell.language.redaction;

import static groundswell.language.redaction.Layer.FORM;
import static groundswell.language.redaction.SpanType.CARD;
import static groundswell.language.redaction.SpanType.EMAIL;
import static groundswell.language.redaction.SpanType.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Ways to write around a redaction. What looks like a name, a number or an address to a reader is one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LookAlikesTest {
    @Test
    void a_name_with_letters_of_another_script_is_a_name() {
        assertThat(left("please ask J\u043ehn and t\u043emasz, they know"))
                .isEqualTo("please ask [person A] and [person B], they know");
        assertThat(left("the order of \u0391nna is late")).isEqualTo("the order of [person] is late");
    }

    @Test
    void a_name_written_letter_by_letter_is_a_name() {
        assertThat(left("ask j \u043e h n about it")).isEqualTo("ask [person] about it");
        assertThat(left("it was M.A.R.T.A who called")).isEqualTo("it was [person] who called");
    }

    @Test
    void an_ordinary_word_written_letter_by_letter_stays() {
        assertThat(left("delivery is f r e e, you said")).isEqualTo("delivery is f r e e, you said");
    }

    @Test
    void invisible_characters_hide_nothing() {
        assertThat(left("write to jo\u200bhn@exam\u00adple.com")).isEqualTo("write to [e-mail]");
        assertThat(left("card 4111\u200b 1111\u2060 1111 1111")).isEqualTo("card [card number]");
        assertThat(left("ask pri\u200dyanka")).isEqualTo("ask [person]");
    }

    @Test
    void wide_digits_and_digits_of_other_scripts_are_digits() {
        assertThat(left("call \uff0b\uff14\uff14 \uff12\uff10 \uff17\uff19\uff14\uff16 \uff10\uff19\uff15\uff18"))
                .isEqualTo("call [phone number]");
        assertThat(left("card \u0664\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661"
                        + " \u0661\u0661\u0661\u0661"))
                .isEqualTo("card [card number]");
    }

    @Test
    void wide_and_mathematical_letters_are_letters() {
        assertThat(left("my name is \uff2a\uff4f\uff48\uff4e")).isEqualTo("my name is [person]");
        assertThat(left("ask \ud835\udc0c\ud835\udc1a\ud835\udc2b\ud835\udc2d\ud835\udc1a today"))
                .isEqualTo("ask [person] today");
    }

    @Test
    void places_are_those_of_the_original_whatever_was_looked_through() {
        var text = "\ud83d\ude00 4111\u200b 1111 1111 1111, j\u043ehn@example.com, \uff10\uff12\uff10 7946 0958"
                + " \ud83d\ude00";
        assertThat(Redaction.find(text, Identity.unknown()))
                .containsExactly(
                        new Span(2, 22, CARD, FORM), new Span(24, 40, EMAIL, FORM), new Span(42, 55, PHONE, FORM));
    }

    @Test
    void the_requester_s_own_name_is_known_through_any_disguise() {
        var known = new Identity(List.of("Zarqo Fenbrill"), List.of(), List.of(), List.of());
        assertThat(Redaction.redact("z\u0430rqo fen\u200bbrill", known).text()).isEqualTo("[person]");
    }

    private static String left(String text) {
        return Redaction.redact(text, Identity.unknown()).text();
    }
}
