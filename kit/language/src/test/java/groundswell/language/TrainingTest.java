package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import groundswell.language.Classification.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Learning itself, with vectors made up for it: no model is needed to see that it learns and how sure it is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrainingTest {
    private static final int DIMENSIONS = 8;
    private static final List<Theme> THEMES = List.of(
            new Theme("fee", "money", "", List.of("-", "-")),
            new Theme("refund", "money", "", List.of("-", "-")),
            new Theme("crash", "machine", "", List.of("-", "-")));

    /** A vector near the theme's own axis; {@code noise} of 1 makes it as much noise as theme. */
    private static float[] near(int theme, double noise, Random random) {
        var vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++)
            vector[i] = (float) (random.nextGaussian() * noise / Math.sqrt(DIMENSIONS));
        vector[theme] += 1;
        double norm = Math.sqrt(Embedder.similarity(vector, vector));
        for (int i = 0; i < DIMENSIONS; i++) vector[i] /= (float) norm;
        return vector;
    }

    private static List<Lesson> lessons(int perTheme, double noise, long seed, boolean tellingWords) {
        var random = new Random(seed);
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < perTheme; i++) {
            for (int theme = 0; theme < THEMES.size(); theme++) {
                var words = tellingWords
                        ? THEMES.get(theme).code() + " " + THEMES.get(theme).group()
                        : "please help";
                var text = new EncodedText(near(theme, noise, random), Terms.of(words + " no " + random.nextInt(50)));
                lessons.add(new Lesson(THEMES.get(theme).code(), "lesson " + lessons.size(), text, 1));
            }
        }
        return lessons;
    }

    private static Embedder embedding(float[] vector) {
        return new Embedder() {
            @Override
            public float[] embed(String text) {
                return vector;
            }

            @Override
            public String model() {
                return "given";
            }
        };
    }

    private static ThemeClassifier learn(List<Lesson> lessons, float[] vector) {
        return ThemeClassifier.learn(THEMES, lessons, "lessons", embedding(vector));
    }

    @Test
    void the_same_lessons_make_the_same_model_to_the_bit() {
        var vector = near(1, 0.2, new Random(3));
        var once = learn(lessons(40, 0.8, 1, true), vector);
        var again = learn(lessons(40, 0.8, 1, true), vector);
        assertThat(again.hash()).isEqualTo(once.hash()).hasSize(64);
        assertThat(again.classify("refund of money")).isEqualTo(once.classify("refund of money"));
        assertThat(once.model()).isEqualTo("given/lessons#" + once.hash().substring(0, 8));
    }

    @Test
    void one_lesson_more_makes_another_model() {
        var lessons = lessons(40, 0.8, 1, true);
        var vector = near(1, 0.2, new Random(3));
        assertThat(learn(lessons.subList(0, lessons.size() - 1), vector).hash())
                .isNotEqualTo(learn(lessons, vector).hash());
    }

    @Test
    void of_answers_given_with_some_probability_about_that_many_are_right() {
        var random = new Random(5);
        var classifier = learn(lessons(300, 2.5, 2, false), near(0, 0, random));
        int right = 0;
        double claimed = 0;
        int asked = 3_000;
        for (int i = 0; i < asked; i++) {
            int theme = i % THEMES.size();
            var text = new EncodedText(near(theme, 2.5, random), Terms.of("please help no " + random.nextInt(50)));
            var answer = classifier.classify("", text);
            right += answer.theme().equals(THEMES.get(theme).code()) ? 1 : 0;
            claimed += answer.probability();
        }
        double share = (double) right / asked;
        assertThat(share).isBetween(0.5, 0.95); // hard enough that being too sure would show
        assertThat(claimed / asked).isBetween(share - 0.09, share + 0.03); // what is new costs a little
    }

    @Test
    void where_words_tell_the_theme_they_decide_alone() {
        var classifier = learn(lessons(400, 1, 2, true), near(2, 0, new Random(1)));
        var answer = classifier.classify("refund money");
        assertThat(answer.stage()).isEqualTo(Stage.WORDS);
        assertThat(answer.theme()).isEqualTo("refund");
        assertThat(answer.strongest()).contains("refund");
        assertThat(answer.nearest())
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.theme()).isEqualTo("refund"));
    }

    @Test
    void where_words_say_nothing_the_whole_text_is_judged() {
        var classifier = learn(lessons(400, 1, 2, false), near(2, 0, new Random(1)));
        assertThat(classifier.classify("please help").stage()).isEqualTo(Stage.FULL);
    }

    @Test
    void with_few_lessons_words_never_decide_alone() {
        assertThat(learn(lessons(20, 0.5, 2, true), near(0, 0, new Random(1))).sureFrom())
                .isGreaterThan(1);
    }

    @Test
    void what_is_unlike_every_lesson_is_new_and_nothing_is_sure_about_it() {
        var classifier = learn(lessons(40, 0.3, 2, false), near(0, 0, new Random(1)));
        var known = classifier.classify("", new EncodedText(near(1, 0, new Random(1)), Terms.of("please help")));
        var strange = classifier.classify("", new EncodedText(near(7, 0, new Random(1)), Terms.of("please help")));
        assertThat(known.novelty()).isLessThan(0.1);
        assertThat(known.probability()).isGreaterThan(0.8);
        assertThat(strange.novelty()).isGreaterThan(0.9);
        assertThat(strange.groupProbability()).isLessThan(0.1);
    }

    @Test
    void texts_about_nothing_teach_what_to_leave_to_a_person() {
        var lessons = new ArrayList<>(lessons(40, 0.3, 2, false));
        var random = new Random(9);
        for (int i = 0; i < 20; i++) {
            lessons.add(new Lesson(null, null, new EncodedText(near(6, 0.3, random), Terms.of("see attachment")), 1));
        }
        var answer = learn(lessons, near(6, 0.1, random)).classify("see attachment");
        assertThat(answer.groupProbability()).isLessThan(0.3);
    }

    @Test
    void heavier_lessons_count_more() {
        var text = new EncodedText(near(3, 0, new Random(1)), Terms.of("contested"));
        var lessons = lessons(20, 0.3, 2, false);
        var light = new ArrayList<>(lessons);
        var heavy = new ArrayList<>(lessons);
        for (int i = 0; i < 5; i++) {
            light.add(new Lesson("fee", null, text, 1));
            heavy.add(new Lesson("fee", null, text, 1));
            light.add(new Lesson("crash", null, text, 0.2f));
            heavy.add(new Lesson("crash", null, text, 3));
        }
        assertThat(learn(light, text.vector()).classify("", text).theme()).isEqualTo("fee");
        assertThat(learn(heavy, text.vector()).classify("", text).theme()).isEqualTo("crash");
    }

    @Test
    void one_theme_alone_cannot_be_told_apart() {
        var one = lessons(5, 0.3, 2, false).stream()
                .filter(l -> "fee".equals(l.theme()))
                .toList();
        assertThatIllegalArgumentException().isThrownBy(() -> learn(one, near(0, 0, new Random(1))));
    }

    @Test
    void a_lesson_of_an_unknown_theme_is_refused() {
        var stray = new Lesson("stray", null, new EncodedText(new float[DIMENSIONS], Terms.of("x")), 1);
        var lessons = new ArrayList<>(lessons(5, 0.3, 2, false));
        lessons.add(stray);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learn(lessons, near(0, 0, new Random(1))))
                .withMessageContaining("stray");
    }
}
