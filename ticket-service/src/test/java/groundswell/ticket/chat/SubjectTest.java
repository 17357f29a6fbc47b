package groundswell.ticket.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SubjectTest {
    @Test
    void short_words_are_the_subject_on_one_line() {
        assertThat(Subject.of("  Charged\ttwice\r\nin May ")).isEqualTo("Charged twice in May");
    }

    @Test
    void long_words_end_with_a_whole_one() {
        var subject =
                Subject.of("The export of the monthly report stops at 87 percent and then nothing happens for an hour");
        assertThat(subject).isEqualTo("The export of the monthly report stops at 87 percent and then nothing happens…");
    }

    @Test
    void a_text_without_spaces_is_cut_between_characters() {
        var subject = Subject.of("🙂".repeat(200));
        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(80);
        assertThat(subject).endsWith("🙂…");
    }

    @Test
    void direction_overrides_do_not_reach_a_subject() {
        assertThat(Subject.of("pay\u202Eyap me")).isEqualTo("pay yap me");
        assertThat(Subject.of("\u202E\u2066")).isEqualTo("Chat");
    }
}
