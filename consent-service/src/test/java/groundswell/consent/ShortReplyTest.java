package groundswell.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShortReplyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes, you may",
                "yes",
                "OK!",
                "Sure, go ahead.",
                "Of course, thank you very much",
                "That’s fine with us",
                "Please feel free",
                "Ja, gern",
                "Klar, das dürfen Sie. Vielen Dank",
                "Yes please\n\n> May we tell your story?\n> It would be anonymous."
            })
    void a_plain_yes_is_recognised(String reply) {
        assertThat(ShortReply.read(reply)).contains(ConsentStatus.GRANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"No thanks", "No.", "Please don't", "I would rather not, sorry", "Nein danke", "Lieber nicht"})
    void a_plain_no_is_recognised(String reply) {
        assertThat(ShortReply.read(reply)).contains(ConsentStatus.DECLINED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Thanks!",
                "Yes, but leave out my company",
                "You may not",
                "Yes or no, I do not know",
                "Yes?",
                "Ja, aber nur ohne Namen",
                "ok, see https://example.com",
                "Yes, call me at 555 0100",
                "> yes",
                "yes yes yes yes yes yes yes yes yes yes yes"
            })
    void whatever_says_more_or_less_is_left_to_people(String reply) {
        assertThat(ShortReply.read(reply)).isEmpty();
    }
}
