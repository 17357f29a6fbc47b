package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import groundswell.insights.Control.Kind;
import groundswell.insights.FixEffect.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A fix for the login, among launches and fixes of other themes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DaysTest {
    static final LocalDate FIXED = LocalDate.parse("2026-03-11"), TODAY = FIXED.plusDays(29);
    static final Marker FIX = fix("Shorter codes", FIXED, "login");

    final Map<LocalDate, Map<String, Long>> tickets = new HashMap<>();

    @Test
    void another_theme_that_a_launch_doubles_does_not_make_an_untouched_one_fall() {
        usual();
        times(2, "invoices", FIXED);
        assertThat(days().of(FIX).verdict()).as("held against all others").isEqualTo(Verdict.FELL);
        var launch = launch("New invoices", FIXED, "invoices");
        var effect = days(FIX, launch).of(FIX);
        assertThat(effect.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(effect.change()).isCloseTo(0, offset(0.01));
        assertThat(effect.control()).isEqualTo(new Control(Kind.UNTOUCHED, List.of("invoices")));
        assertThat(effect.sentence()).endsWith("Left out: 1 theme that another launch or fix touched meanwhile.");
    }

    @Test
    void a_launch_that_names_no_theme_touched_those_that_rose_with_it() {
        usual();
        times(2, "invoices", FIXED);
        var effect = days(FIX, launch("Spring release", FIXED)).of(FIX);
        assertThat(effect.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(effect.control().touched()).containsExactly("invoices");
    }

    @Test
    void a_real_fall_is_found_although_another_fix_worked_too() {
        usual();
        times(0.7, "login", FIXED);
        times(0.3, "invoices", FIXED.plusDays(2));
        var effect = days(FIX, fix("Invoices that open", FIXED.plusDays(2), "invoices"))
                .of(FIX);
        assertThat(effect.verdict()).isEqualTo(Verdict.FELL);
        assertThat(effect.change()).isCloseTo(-0.3, offset(0.01));
        assertThat(effect.sentence())
                .startsWith("Fell by 30")
                .contains("against all tickets of untouched themes, certain");
    }

    @Test
    void what_was_left_out_is_still_part_of_all_tickets() {
        usual();
        var effect = days(FIX, launch("New invoices", FIXED, "invoices")).of(FIX);
        assertThat(effect.shareBefore()).isCloseTo(0.2, offset(1e-9));
    }

    @Test
    void what_was_shipped_outside_the_measured_days_leaves_nothing_out() {
        usual();
        var longAgo = launch("Long ago", FIXED.minusDays(29), "invoices");
        var today = launch("Today", TODAY, "sync");
        assertThat(days(FIX, longAgo, today).of(FIX).control()).isEqualTo(Control.ALL);
        var first = launch("On the first day", FIXED.minusDays(28), "invoices");
        var last = launch("On the last day", TODAY.minusDays(1), "sync");
        assertThat(days(FIX, first, last).of(FIX).control().touched()).containsExactly("invoices", "sync");
    }

    @Test
    void a_theme_of_the_fix_itself_is_never_left_out_nor_counted_as_touched() {
        usual();
        assertThat(days(FIX, launch("New login", FIXED.minusDays(3), "login"))
                        .of(FIX)
                        .control())
                .isEqualTo(Control.ALL);
    }

    @Test
    void where_too_little_would_be_left_all_others_are_the_control_and_it_says_so() {
        usual();
        var effect = days(FIX, launch("Everything new", FIXED, "invoices", "sync", "export"))
                .of(FIX);
        assertThat(effect.control())
                .isEqualTo(new Control(Kind.TOO_FEW_UNTOUCHED, List.of("export", "invoices", "sync")));
        assertThat(effect.sentence())
                .contains(
                        "Among the others: 3 themes that another launch or fix touched meanwhile; without them fewer than 100");
    }

    @Test
    void themes_of_one_launch_are_not_held_against_each_other() {
        usual();
        times(2, "invoices", FIXED);
        times(2, "login", FIXED);
        var launch = launch("New start page", FIXED, "invoices", "login");
        var effects = days(launch).ofLaunch(launch);
        assertThat(effects.get("login").ratio().times()).isCloseTo(2, offset(0.02));
        assertThat(effects.get("login").expected()).isCloseTo(140, offset(0.5));
        assertThat(effects.get("login").control().touched()).containsExactly("invoices");
        assertThat(effects.get("login").sentence())
                .startsWith("Suspected regression: rose to 2")
                .endsWith("were to be expected."
                        + " Left out: 1 theme that this launch, or another launch or fix, touched meanwhile.");
    }

    @Test
    void a_launch_says_so_too_where_too_little_would_be_left() {
        usual();
        var launch = launch("Everything new", FIXED, "login", "invoices", "sync", "export");
        assertThat(days(launch).ofLaunch(launch).get("login").sentence())
                .startsWith("No certain rise: ")
                .endsWith(" Among the others: 3 themes that this launch, or another launch or fix, touched meanwhile;"
                        + " without them fewer than 100 tickets are left to compare with.");
        assertThat(days(launch("Alone", FIXED)).ofLaunch(launch).get("login").sentence())
                .endsWith("were to be expected.");
    }

    /** Added up ticket by ticket, theme by theme. */
    @Test
    void each_theme_is_held_against_what_is_left_without_it_and_without_the_touched() {
        usual();
        times(2, "export", FIXED);
        var launch = launch("New start page", FIXED);
        var effects = days(launch, launch("Everything else", FIXED, "export", "login"))
                .ofLaunch(launch);
        assertThat(effects.get("sync"))
                .isEqualTo(LaunchEffect.of(
                        share("sync", Set.of("export", "login"), FIXED.minusDays(28), 28),
                        share("sync", Set.of("export", "login"), FIXED, 29),
                        new Control(Kind.UNTOUCHED, List.of("export", "login")),
                        Ratio.MANY));
        assertThat(effects.get("login"))
                .isEqualTo(LaunchEffect.of(
                        share("login", Set.of("export"), FIXED.minusDays(28), 28),
                        share("login", Set.of("export"), FIXED, 29),
                        new Control(Kind.UNTOUCHED, List.of("export")),
                        Ratio.MANY));
    }

    private DailyShare share(String own, Set<String> leftOut, LocalDate first, int days) {
        long[] themes = new long[days], others = new long[days], without = new long[days];
        for (int i = 0; i < days; i++) {
            for (var count : tickets.get(first.plusDays(i)).entrySet()) {
                var theme = count.getKey();
                var part = theme.equals(own) ? themes : leftOut.contains(theme) ? without : others;
                part[i] += count.getValue();
            }
        }
        return new DailyShare(first.getDayOfWeek(), themes, others, without);
    }

    @Test
    void each_day_is_added_up_a_few_times_however_many_themes_and_launches_there_are() {
        var added = new AtomicLong();
        for (var day = FIXED.minusDays(60); day.isBefore(TODAY); day = day.plusDays(1)) {
            var themes = new HashMap<String, Long>() {
                @Override
                public Set<Map.Entry<String, Long>> entrySet() {
                    added.incrementAndGet();
                    return super.entrySet();
                }

                @Override
                public void forEach(BiConsumer<? super String, ? super Long> each) {
                    added.incrementAndGet();
                    super.forEach(each);
                }
            };
            for (int theme = 0; theme < 300; theme++) {
                themes.put("theme-" + theme, 5L);
            }
            tickets.put(day, themes);
        }
        var one = launch("Spring release", FIXED);
        days(one);
        assertThat(added).as("for its sums and for itself").hasValueLessThan(4 * 35);
        added.set(0);
        days(Collections.nCopies(200, one).toArray(Marker[]::new));
        assertThat(added).as("two hundred on one day").hasValueLessThan(4 * 35);
    }

    private Days days(Marker... noted) {
        return new Days(tickets, TODAY, ZoneOffset.UTC).beside(List.of(noted));
    }

    /** The login is a fifth of a hundred tickets a day. */
    private void usual() {
        for (var day = FIXED.minusDays(60); day.isBefore(TODAY); day = day.plusDays(1)) {
            tickets.put(day, new HashMap<>(Map.of("login", 20L, "invoices", 40L, "sync", 30L, "export", 10L)));
        }
    }

    private void times(double factor, String theme, LocalDate from) {
        tickets.forEach((day, themes) -> {
            if (!day.isBefore(from)) {
                themes.computeIfPresent(theme, (_, n) -> Math.round(n * factor));
            }
        });
    }

    private static Marker fix(String name, LocalDate day, String... themes) {
        return marker(Marker.Kind.FIX, name, day, themes);
    }

    private static Marker launch(String name, LocalDate day, String... themes) {
        return marker(Marker.Kind.LAUNCH, name, day, themes);
    }

    private static Marker marker(Marker.Kind kind, String name, LocalDate day, String... themes) {
        return new Marker(kind, UUID.randomUUID(), name, noon(day), List.of(themes));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
