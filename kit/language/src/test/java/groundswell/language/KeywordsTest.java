package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.language.Keywords.Written;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeywordsTest {
    private static final List<String> DARK = List.of(
            "Could you add a dark mode? The screen hurts at night.",
            "Dark mode please, I work at night and the screen is too bright.",
            "Is a dark mode coming? At night the white screen blinds me.",
            "Please offer dark mode for the night shift, Bartholomew asked too.");

    private static final List<String> OTHERS = List.of(
            "The invoice of March is wrong",
            "Please send the invoice to our screen printing shop",
            "I cannot log in since the morning",
            "Where is the export button in the screen for reports?");

    private final Keywords keywords = Keywords.against(
            Stream.concat(DARK.stream(), OTHERS.stream()).map(Terms::of).toList());

    private static List<Written> each(List<String> texts) {
        return texts.stream().map(text -> new Written(UUID.randomUUID(), text)).toList();
    }

    @Test
    void a_group_is_named_by_what_its_authors_share_and_others_do_not_say() {
        assertThat(keywords.of(each(DARK), 3, 3)).startsWith("dark mode", "night");
    }

    @Test
    void a_word_of_one_author_is_never_shown_however_often_they_write_it() {
        var one = UUID.randomUUID();
        var loud = Stream.of("Bartholomew", "Bartholomew again", "It is Bartholomew", "Bartholomew!")
                .map(text -> new Written(one, text));
        assertThat(keywords.of(Stream.concat(each(DARK).stream(), loud).toList(), 3, 9))
                .contains("dark mode")
                .noneMatch(words -> words.contains("bartholomew"));
    }

    @Test
    void what_was_taken_out_is_no_word() {
        var redacted =
                List.of("Hello [person A] the payout", "Hi [person A], my payout", "[person B]: a payout of [amount]");
        assertThat(keywords.of(each(redacted), 3, 3)).containsExactly("payout");
    }

    @Test
    void authors_who_share_no_word_have_none() {
        assertThat(keywords.of(each(List.of("apples fall", "pears ripen", "plums rot")), 2, 3))
                .isEmpty();
    }
}
