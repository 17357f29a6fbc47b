package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.language.Keyness.Telling;
import groundswell.language.Keywords.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeynessTest {
    @Test
    void what_more_customers_say_than_before_is_found_with_both_figures() {
        var before = new ArrayList<>(times(60, "A wrong amount on my invoice"));
        before.addAll(times(2, "A wrong amount on my gift card"));
        var now = new ArrayList<>(times(30, "A wrong amount on my invoice"));
        now.addAll(times(16, "A wrong amount on my gift card"));
        assertThat(Keyness.of(now, before, 3, 5)).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo("gift card");
            assertThat(one.authors()).isEqualTo(16);
            assertThat(one.of()).isEqualTo(46);
            assertThat(one.otherAuthors()).isEqualTo(2);
            assertThat(one.ofOthers()).isEqualTo(62);
        });
    }

    @Test
    void the_ratio_is_that_of_a_two_by_two_table() {
        var now = new ArrayList<>(times(10, "zebra"));
        now.addAll(times(90, "apple"));
        var before = new ArrayList<>(times(1, "zebra"));
        before.addAll(times(199, "apple"));
        double expected = 2
                * (10 * Math.log(10 / (100 * 11 / 300.0))
                        + 1 * Math.log(1 / (200 * 11 / 300.0))
                        + 90 * Math.log(90 / (100 * 289 / 300.0))
                        + 199 * Math.log(199 / (200 * 289 / 300.0)));
        assertThat(Keyness.of(now, before, 3, 5))
                .singleElement()
                .extracting(Telling::score)
                .satisfies(score -> assertThat(score).isCloseTo(expected, within(1e-9)));
    }

    @Test
    void one_who_repeats_a_word_is_one() {
        var loud = UUID.randomUUID();
        var now = new ArrayList<>(times(20, "apples fall"));
        for (int i = 0; i < 50; i++) now.add(new Written(loud, "Bartholomew fell"));
        assertThat(Keyness.of(now, times(20, "apples fall"), 3, 5)).isEmpty();
        assertThat(Keyness.of(now, times(20, "apples fall"), 1, 5)).isEmpty(); // nor is one in twenty-one certain
    }

    @Test
    void nobody_before_or_nobody_now_tells_nothing() {
        assertThat(Keyness.of(times(20, "apples"), List.of(), 3, 5)).isEmpty();
        assertThat(Keyness.of(List.of(), times(20, "apples"), 3, 5)).isEmpty();
    }

    @Test
    void where_nothing_changed_hardly_a_word_is_found() {
        var chance = new Random(7);
        int found = 0;
        for (int world = 0; world < 40; world++)
            found += Keyness.of(written(150, chance), written(600, chance), 3, 20)
                    .size();
        assertThat(found).isLessThanOrEqualTo(4); // of some hundred thousand words and pairs
    }

    @Test
    void a_text_uses_what_was_found_in_it() {
        assertThat(Keyness.uses("My Gift card, again", "gift card")).isTrue();
        assertThat(Keyness.uses("A card. Gift it", "gift card")).isFalse();
    }

    /** Some words are said by many, most by few. */
    private static List<Written> written(int texts, Random chance) {
        return IntStream.range(0, texts)
                .mapToObj(_ -> new Written(
                        UUID.randomUUID(),
                        IntStream.range(0, 12)
                                .mapToObj(_ -> "w" + letters((int) (300 * Math.pow(chance.nextDouble(), 2))))
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private static String letters(int number) {
        return Arrays.stream(String.valueOf(1000 + number).split(""))
                .map(digit -> String.valueOf((char) ('a' + Integer.parseInt(digit))))
                .collect(Collectors.joining());
    }

    private static List<Written> times(int authors, String text) {
        return IntStream.range(0, authors)
                .mapToObj(_ -> new Written(UUID.randomUUID(), text))
                .toList();
    }
}
