package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.language.Sentiment.Judged;
import groundswell.language.Sentiment.Mood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judged on texts that somebody else wrote, and that nothing learnt from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SentimentTest {
    static final BgeSmall MODEL = new BgeSmall();

    record Case(Mood mood, String text, Judged judged) {}

    static Sentiment sentiment;
    static List<Case> cases;

    @BeforeAll
    static void learn() throws IOException {
        sentiment = Sentiment.learn(MODEL);
        try (var file = Objects.requireNonNull(SentimentTest.class.getResourceAsStream("sentiment-held-out.tsv"))) {
            cases = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(line ->
                            new Case(Mood.valueOf(line[0].toUpperCase(Locale.ROOT)), line[1], sentiment.of(line[1])))
                    .toList();
        }
    }

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UPSET", "NEUTRAL", "PLEASED"})
    void a_mood_that_is_called_is_right_nine_times_in_ten_and_most_are_called(Mood mood) {
        var called = cases.stream().filter(c -> c.judged().mood() == mood).toList();
        double right = called.stream().filter(c -> c.mood() == mood).count();
        double of = cases.stream().filter(c -> c.mood() == mood).count();
        System.out.printf(
                "%s: %.0f of %.0f found, %.0f %% of %d right%n",
                mood, right, of, 100 * right / called.size(), called.size());
        assertThat(right / called.size()).as("precision").isGreaterThanOrEqualTo(0.9);
        assertThat(right / of).as("recall").isGreaterThanOrEqualTo(0.6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The backup of Tuesday is empty and all of our invoices are missing. Which steps should we take?",
                "I was charged twice on 3 May. Please refund one of the two payments. Thanks in advance.",
                "Changing plan\n\nHi people,\n\nCould we try the larger plan for a quarter and go back later?\n\nThank you very much,\n[person]",
                "mute\n\nHello,\n\nPlease, can one mute a board? I am only in there in case of emergencies.\n\nBest wishes"
            })
    void bad_news_in_a_calm_voice_are_no_bad_mood(String text) {
        assertThat(sentiment.of(text).mood()).isEqualTo(Mood.NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ok", "😀", "ご注文の品が届きません", "0000 1111"})
    void what_says_nothing_has_no_mood_and_does_no_harm(String text) {
        assertThat(sentiment.of(text).mood()).isIn(Mood.UNKNOWN, Mood.NEUTRAL);
    }

    @Test
    void of_a_long_text_start_and_end_are_read() {
        var facts = "The report of row %d has the state seven. ";
        var text = IntStream.range(0, 60).mapToObj(facts::formatted).collect(Collectors.joining())
                + "This is the third time that I write, nobody answers, and I am fed up with being ignored. It is a disgrace!";
        assertThat(sentiment.of(text).mood()).isEqualTo(Mood.UPSET);
    }

    @Test
    void learning_again_comes_to_the_same() {
        assertThat(Sentiment.learn(MODEL).model()).isEqualTo(sentiment.model());
    }
}
