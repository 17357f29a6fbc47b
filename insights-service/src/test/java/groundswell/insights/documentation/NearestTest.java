package groundswell.insights.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.documentation.Nearest.Place;
import groundswell.insights.documentation.Nearest.Sign;
import groundswell.language.BgeSmall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * How often search terms get the theme that a person would give them, of the 64 themes of the default taxonomy. Measured:
 *
 * <ul>
 *   <li>44 terms on which the bounds were set, 12 of no theme: by names 24 of 25 right, of 32 that have a theme; beside 17
 *       articles 29 of 30
 *   <li>41 terms on which nothing was set, 11 of no theme: by names 16 of 18 right, of 30; beside the articles 19 of 21
 * </ul>
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NearestTest {
    private static final BgeSmall MODEL = new BgeSmall();

    private static final List<Sign> NAMES = lines("themes.tsv")
            .map(line -> new Sign(line[0], null, MODEL.embed(line[1])))
            .toList();

    private static final List<Sign> TITLES = lines("titles.tsv")
            .map(line -> new Sign(line[0], line[1], MODEL.embed(line[1])))
            .toList();

    @AfterAll
    static void close() {
        MODEL.close();
    }

    /** @param wanted terms that belong to a theme */
    private record Measured(int given, int right, int wanted) {
        static Measured of(String file, Function<String, Place> place) {
            var terms = lines(file).toList();
            var given = terms.stream()
                    .filter(line -> place.apply(line[1]).theme() != null)
                    .toList();
            return new Measured(
                    given.size(),
                    (int) given.stream()
                            .filter(line -> line[0].equals(place.apply(line[1]).theme()))
                            .count(),
                    (int) terms.stream().filter(line -> !line[0].equals("-")).count());
        }

        double precision() {
            return (double) right / given;
        }

        double recall() {
            return (double) right / wanted;
        }
    }

    @Test
    void names_alone_are_right_nine_times_in_ten_and_find_more_than_half() {
        Function<String, Place> byName = term -> Nearest.ofTerm(MODEL.embed(term), NAMES, List.of());
        report("tuned, names", Measured.of("terms-tuned.tsv", byName), 0.9, 0.7);
        report("unseen, names", Measured.of("terms-unseen.tsv", byName), 0.85, 0.5);
    }

    @Test
    void beside_articles_more_is_found() {
        Function<String, Place> byBoth = term -> Nearest.ofTerm(MODEL.embed(term), NAMES, TITLES);
        report("tuned, names and articles", Measured.of("terms-tuned.tsv", byBoth), 0.9, 0.8);
        report("unseen, names and articles", Measured.of("terms-unseen.tsv", byBoth), 0.85, 0.6);
    }

    private static void report(String what, Measured measured, double precision, double recall) {
        assertThat(measured.precision())
                .as("precision of %s: %s", what, measured)
                .isGreaterThanOrEqualTo(precision);
        assertThat(measured.recall()).as("recall of %s: %s", what, measured).isGreaterThanOrEqualTo(recall);
    }

    @Test
    void what_an_article_is_about_is_answered_by_it() {
        var place = Nearest.ofTerm(MODEL.embed("reset password"), NAMES, TITLES);
        assertThat(place).isEqualTo(new Place("account-access", "Reset your password"));
        assertThat(Nearest.ofTerm(MODEL.embed("christmas card"), NAMES, TITLES)).isEqualTo(Place.NOWHERE);
    }

    @Test
    void an_article_of_no_theme_answers_all_the_same() {
        var title = new Sign(null, "kb-9", MODEL.embed("Visit us in Lisbon"));
        assertThat(Nearest.ofTerm(MODEL.embed("visit lisbon"), NAMES, List.of(title)))
                .isEqualTo(new Place(null, "kb-9"));
    }

    @Test
    void an_article_belongs_to_the_theme_its_title_is_nearest_to() {
        assertThat(Nearest.ofArticle(MODEL.embed("Download your invoices"), NAMES)
                        .theme())
                .isEqualTo("billing-invoice");
        assertThat(Nearest.ofArticle(MODEL.embed("Our office dogs"), NAMES)).isEqualTo(Place.NOWHERE);
        assertThat(Nearest.ofArticle(MODEL.embed("Invoices"), List.of())).isEqualTo(Place.NOWHERE);
    }

    private static Stream<String[]> lines(String file) {
        try (var in = Objects.requireNonNull(NearestTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(line -> line.split("\t")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
