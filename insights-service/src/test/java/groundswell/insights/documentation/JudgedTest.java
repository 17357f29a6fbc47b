package groundswell.insights.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Figure;
import groundswell.insights.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JudgedTest {
    /** 1,300 lookups, 40 tickets, a quarter of 300 searches opens nothing. */
    private static final ThemeLookups USUAL = theme("usual", 1_000, 300, 225, 4, 40);

    @Test
    void a_theme_that_people_write_about_and_no_article_is_about_has_no_article() {
        var one = judged(theme("lost", 0, 60, 6, 0, 12));
        assertThat(one.verdict()).isEqualTo(Verdict.NO_ARTICLE);
        assertThat(one.sentence())
                .isEqualTo("12\u00a0tickets of 9 customers and 60 searches, and no article is known to be about it.");
        assertThat(judged(theme("unsearched", 0, 0, 0, 0, 5)).sentence())
                .isEqualTo("5\u00a0tickets of 9 customers, and no article is known to be about it.");
    }

    @Test
    void searches_alone_are_enough_to_miss_an_article() {
        assertThat(judged(theme("lost", 0, 10, 0, 0, 0)).verdict()).isEqualTo(Verdict.NO_ARTICLE);
    }

    @Test
    void of_a_few_tickets_nobody_concludes_that_an_article_is_missing() {
        var one = judged(theme("rare", 0, 3, 0, 0, 4));
        assertThat(one.verdict()).isEqualTo(Verdict.TOO_LITTLE);
        assertThat(one.sentence())
                .isEqualTo("4\u00a0tickets of 9 customers and 3 searches: too few to say that an article is missing.");
    }

    @Test
    void where_nothing_was_told_of_articles_nobody_can_say_what_is_missing() {
        var themes = Judged.all(List.of(theme("lost", 0, 60, 6, 0, 500), theme("rare", 0, 0, 0, 0, 1)), false);
        assertThat(themes).extracting(Judged::verdict).containsOnly(Verdict.ARTICLES_UNKNOWN);
        assertThat(themes.getFirst().sentence())
                .isEqualTo(
                        "500\u00a0tickets of 9 customers and 60 searches. The help centre tells no articles, so nobody can"
                                + " say what is missing.");
        var days = new DaySpan(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(28));
        var found = new DocumentationReader.Found(days, null, 0, false, themes, 0);
        assertThat(DocumentationPage.sentence(found, new Names(Map.of(), Map.of(), Map.of())))
                .isEqualTo("The help centre tells no articles, so nobody can say what is missing.");
    }

    @Test
    void what_is_zero_is_left_out() {
        assertThat(judged(theme("searched", 0, 40, 0, 0, 0)).sentence())
                .isEqualTo("40 searches, and no article is known to be about it.");
        assertThat(judged(theme("silent", 0, 0, 0, 0, 0)).sentence())
                .isEqualTo("No tickets and no searches: too few to say that an article is missing.");
    }

    @Test
    void a_theme_that_is_read_about_and_written_in_about_far_more_than_others_stands_out() {
        var one = judged(theme("refund", 300, 100, 75, 2, 60));
        assertThat(one.verdict()).isEqualTo(Verdict.STILL_WRITTEN_IN);
        assertThat(one.sentence())
                .isEqualTo(
                        "Its 2 articles are read, and still 9 customers wrote 60\u00a0tickets: 15 tickets for every 100 times"
                                + " it is looked up, 3.1 for other themes that have articles.");
    }

    @Test
    void half_as_much_again_is_the_least_however_large_the_numbers() {
        var large = theme("large", 100_000, 30_000, 22_500, 9, 5_000);
        var more = theme("more", 100_000, 30_000, 22_500, 9, 5_800);
        assertThat(Judged.all(List.of(large, more), true))
                .extracting(Judged::verdict)
                .containsOnly(Verdict.WELL_ENOUGH);
    }

    @Test
    void a_difference_that_may_be_chance_is_none() {
        assertThat(judged(theme("few", 100, 20, 15, 1, 6)).verdict()).isEqualTo(Verdict.WELL_ENOUGH);
    }

    @Test
    void searches_that_open_nothing_more_often_than_elsewhere_stand_out() {
        var one = judged(theme("hidden", 50, 100, 30, 2, 2));
        assertThat(one.verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(one.sentence()).isEqualTo("Of 100 searches 70\u00a0% opened no article; elsewhere 25\u00a0% did.");
    }

    @Test
    void a_theme_is_documented_well_enough_where_it_is_much_like_the_others() {
        var one = judged(theme("fine", 400, 120, 90, 3, 14));
        assertThat(one.verdict()).isEqualTo(Verdict.WELL_ENOUGH);
        assertThat(one.sentence())
                .isEqualTo("2.7 tickets for every 100 times it is looked up, 3.1 for other themes that have articles.");
    }

    @Test
    void what_is_hardly_looked_up_is_not_judged() {
        var one = judged(theme("quiet", 20, 9, 2, 1, 40));
        assertThat(one.verdict()).isEqualTo(Verdict.TOO_LITTLE);
        assertThat(one.sentence()).isEqualTo("Looked up 29 times: too few to compare.");
        assertThat(judged(theme("silent", 0, 0, 0, 1, 0)).sentence()).isEqualTo("Looked up never: too few to compare.");
    }

    @Test
    void a_theme_without_an_article_makes_others_look_no_better() {
        var alone = theme("fine", 400, 120, 90, 3, 14);
        var without = Judged.all(List.of(USUAL, alone), true);
        var beside = Judged.all(List.of(USUAL, alone, theme("lost", 0, 60, 6, 0, 900)), true);
        assertThat(beside.getLast().others()).isEqualTo(without.getLast().others());
    }

    @Test
    void the_only_theme_is_held_against_nothing() {
        var one = Judged.all(List.of(USUAL), true).getFirst();
        assertThat(one.verdict()).isEqualTo(Verdict.WELL_ENOUGH);
        assertThat(one.sentence()).isEqualTo("3.1 tickets for every 100 times it is looked up.");
    }

    @Test
    void the_most_urgent_comes_first_and_then_what_most_write_about() {
        assertThat(Judged.all(
                        Stream.of(
                                        USUAL,
                                        theme("lost", 0, 0, 0, 0, 5),
                                        theme("lost-more", 0, 0, 0, 0, 50),
                                        theme("refund", 300, 100, 75, 2, 90))
                                .toList(),
                        true))
                .extracting(one -> one.theme().theme())
                .containsExactly("lost-more", "lost", "refund", "usual");
    }

    private static Judged judged(ThemeLookups theme) {
        return Judged.all(List.of(USUAL, theme), true).stream()
                .filter(one -> one.theme().equals(theme))
                .findAny()
                .orElseThrow();
    }

    private static ThemeLookups theme(
            String code, long visits, long searches, long opened, long articles, long tickets) {
        return new ThemeLookups(
                code, new Lookups(visits, visits, searches, searches, opened), 0, articles, new Figure(tickets, 0), 9);
    }
}
