package groundswell.insights.reports;

import groundswell.insights.Churn;
import groundswell.insights.Cost;
import groundswell.insights.CountedTicket;
import groundswell.insights.Days;
import groundswell.insights.Figure;
import groundswell.insights.LaunchEffect;
import groundswell.insights.Marker;
import groundswell.insights.Newsworthy;
import groundswell.insights.Newsworthy.Condition;
import groundswell.insights.Proportions;
import groundswell.insights.Satisfaction;
import groundswell.insights.Span;
import groundswell.insights.SurgeSentence;
import groundswell.insights.Wording;
import groundswell.insights.reports.Evidence.Part;
import groundswell.insights.reports.Given.GivenSurge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of a report. Pure: the same given and evidence always make the same ones.
 *
 * @param themes most tickets first; tickets without a theme are part of the whole and no line
 */
record Figures(
        long tickets,
        long before,
        List<ThemeLine> themes,
        List<Mover> movers,
        List<Lead> leads,
        List<SurgeLine> surges,
        List<Effect> effects) {
    private static final int MOST_MOVERS = 6;

    /**
     * @param share of all tickets, 0 to 1
     * @param first of them, tickets of people who wrote for the first time
     * @param rated of them, and the {@code mean} of the ratings, 1 to 5; 0 where none is
     */
    record ThemeLine(
            String theme,
            String name,
            long tickets,
            long before,
            double share,
            String change,
            long first,
            long rated,
            double mean,
            double hours) {
        ThemeLine numbers() {
            return new ThemeLine(theme, "", tickets, before, share, "", first, rated, mean, hours);
        }
    }

    /** A theme whose part of all tickets has certainly changed. */
    record Mover(String theme, String name, boolean up, long before, long tickets, String sentence) {}

    /** A theme worth telling others of. */
    record Lead(String theme, String name, boolean highStakes, List<Condition> conditions) {}

    record SurgeLine(@Nullable String theme, String name, long tickets, String sentence, Span span) {}

    /**
     * What a launch or a fix did, as far as the period's end shows it.
     *
     * @param themes of a launch those that rose, of a fix its own; null where it was frozen before they were
     * @param tickets of a fix those before and after; of a launch those of the first week, theme by theme
     */
    record Effect(
            boolean isFix,
            String name,
            Instant at,
            @Nullable List<String> themes,
            List<Long> tickets,
            List<String> sentences) {}

    static Figures of(Given given, Evidence evidence) {
        var now = evidence.byTheme(given.period().span());
        var before = evidence.byTheme(given.period().before());
        var byTheme = new HashMap<String, Figure>();
        now.forEach((theme, n) -> byTheme.merge(theme, new Figure(n, 0), Figure::plus));
        before.forEach((theme, n) -> byTheme.merge(theme, new Figure(0, n), Figure::plus));
        var all = byTheme.values().stream().reduce(Figure.ZERO, Figure::plus);
        var ratings = ratings(given, evidence);
        return new Figures(
                all.tickets(),
                all.before(),
                themes(given, evidence, byTheme, all, ratings),
                movers(given, byTheme, all),
                leads(given, byTheme, ratings),
                given.surges().stream()
                        .map(surge -> surge(surge, given, evidence))
                        .toList(),
                effects(given, evidence));
    }

    private static Map<String, Satisfaction> ratings(Given given, Evidence evidence) {
        var ratings = new HashMap<String, Satisfaction>();
        evidence.of(new Part(given.period().span(), null, null, true)::contains)
                .forEach(row -> ratings.merge(
                        row.theme(), new Satisfaction(1, row.score(), row.score() <= 2 ? 1 : 0), Satisfaction::plus));
        return ratings;
    }

    private static List<ThemeLine> themes(
            Given given,
            Evidence evidence,
            Map<String, Figure> byTheme,
            Figure all,
            Map<String, Satisfaction> ratings) {
        var first = new HashMap<String, Long>();
        evidence.of(new Part(given.period().span(), null, "first", false)::contains)
                .forEach(row -> first.merge(row.theme(), 1L, Long::sum));
        return byTheme.entrySet().stream()
                .filter(entry -> entry.getValue().tickets() > 0)
                .filter(entry -> !entry.getKey().equals(CountedTicket.UNCLASSIFIED))
                .map(entry -> {
                    var figure = entry.getValue();
                    var rated = ratings.getOrDefault(entry.getKey(), Satisfaction.NONE);
                    return new ThemeLine(
                            entry.getKey(),
                            given.names().theme(entry.getKey()),
                            figure.tickets(),
                            figure.before(),
                            figure.shareOf(all),
                            Wording.change(figure),
                            first.getOrDefault(entry.getKey(), 0L),
                            rated.rated(),
                            rated.mean(),
                            new Cost(figure.tickets(), given.rate()).hours());
                })
                .sorted(Comparator.comparingLong((ThemeLine line) -> -line.tickets())
                        .thenComparing(ThemeLine::theme))
                .toList();
    }

    private static List<Mover> movers(Given given, Map<String, Figure> byTheme, Figure all) {
        if (all.tickets() == 0 || all.before() == 0) {
            return List.of();
        }
        record Moved(String theme, Figure figure, Proportions parts) {}
        return byTheme.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(CountedTicket.UNCLASSIFIED))
                .map(entry -> new Moved(
                        entry.getKey(),
                        entry.getValue(),
                        Proportions.of(
                                entry.getValue().tickets(),
                                all.tickets(),
                                entry.getValue().before(),
                                all.before())))
                .filter(moved -> moved.parts.certainlyHigher() || moved.parts.certainlyLower())
                .sorted(Comparator.comparingDouble((Moved moved) -> -Math.abs(moved.parts.one() - moved.parts.other()))
                        .thenComparing(Moved::theme))
                .limit(MOST_MOVERS)
                .map(moved -> new Mover(
                        moved.theme,
                        given.names().theme(moved.theme),
                        moved.parts.certainlyHigher(),
                        moved.figure.before(),
                        moved.figure.tickets(),
                        "from " + Wording.percent(moved.parts.other()) + " to " + Wording.percent(moved.parts.one())
                                + " of all tickets"))
                .toList();
    }

    private static List<Lead> leads(Given given, Map<String, Figure> byTheme, Map<String, Satisfaction> ratings) {
        var churn = Objects.requireNonNullElse(given.churn(), Churn.ByTheme.UNKNOWN);
        return Newsworthy.of(byTheme, ratings, churn, given.thresholds()).stream()
                .map(lead -> new Lead(
                        lead.theme(),
                        given.names().theme(lead.theme()),
                        lead.lane() == Newsworthy.Lane.HIGH_STAKES,
                        lead.conditions()))
                .toList();
    }

    private static SurgeLine surge(GivenSurge surge, Given given, Evidence evidence) {
        var seen = evidence.of(Part.of(surge.span(), surge.theme())::contains).count();
        return new SurgeLine(
                surge.theme(),
                surge.theme() == null ? "All tickets" : given.names().theme(surge.theme()),
                seen,
                SurgeSentence.of(seen, surge.customers(), surge.span(), surge.expected()),
                surge.span());
    }

    private static List<Effect> effects(Given given, Evidence evidence) {
        var days = days(given, evidence).beside(given.markers());
        return given.shown().stream()
                .map(marker -> marker.kind() == Marker.Kind.FIX ? fix(marker, days) : launch(marker, days, given))
                .toList();
    }

    /** Up to the end of the period. */
    static Days days(Given given, Evidence evidence) {
        var byDay = new HashMap<LocalDate, Map<String, Long>>();
        for (var row : evidence.rows()) {
            byDay.computeIfAbsent(row.openedAt().atZone(given.zone()).toLocalDate(), _ -> new HashMap<>())
                    .merge(row.theme(), 1L, Long::sum);
        }
        var end = given.period().span().to().atZone(given.zone()).toLocalDate();
        return new Days(byDay, end, given.zone());
    }

    private static Effect fix(Marker marker, Days days) {
        var effect = days.of(marker);
        return new Effect(
                true,
                marker.name(),
                marker.at(),
                marker.themes(),
                List.of(effect.before(), effect.after()),
                List.of(effect.sentence()));
    }

    /** Only themes that rose; if none did, that. */
    private static Effect launch(Marker marker, Days days, Given given) {
        var themes = new ArrayList<String>();
        var tickets = new ArrayList<Long>();
        var sentences = new ArrayList<String>();
        var early = false;
        for (var effect : days.ofLaunch(marker).entrySet()) {
            early |= effect.getValue().verdict() == LaunchEffect.Verdict.TOO_EARLY;
            switch (effect.getValue().verdict()) {
                case TOO_EARLY, NO_RISE -> {}
                case RISING, RETURNED, REGRESSION -> {
                    themes.add(effect.getKey());
                    tickets.add(effect.getValue().seen());
                    sentences.add(given.names().theme(effect.getKey()) + ": "
                            + effect.getValue().sentence());
                }
            }
        }
        if (sentences.isEmpty()) {
            sentences.add(early ? "Too early to say." : "No theme has certainly risen with it.");
        }
        return new Effect(false, marker.name(), marker.at(), themes, tickets, sentences);
    }

    /** Without a word: sentences may be put otherwise by a later release, and the numbers are still the same. */
    Figures numbers() {
        return new Figures(
                tickets,
                before,
                themes.stream().map(ThemeLine::numbers).toList(),
                movers.stream()
                        .map(mover -> new Mover(mover.theme, "", mover.up, mover.before, mover.tickets, ""))
                        .toList(),
                leads.stream()
                        .map(lead -> new Lead(lead.theme, "", lead.highStakes, List.of()))
                        .toList(),
                surges.stream()
                        .map(surge -> new SurgeLine(surge.theme, "", surge.tickets, "", surge.span))
                        .toList(),
                effects.stream()
                        .map(effect -> new Effect(effect.isFix, "", effect.at, List.of(), effect.tickets, List.of()))
                        .toList());
    }

    /** The period in a few sentences. */
    String summary(Given given) {
        var all = new Figure(tickets, before);
        var text = new StringBuilder(Wording.tickets(tickets));
        if (before > 0) {
            text.append(", ")
                    .append(Wording.change(all))
                    .append(" against the ")
                    .append(Wording.number(before));
            text.append(" before");
        }
        text.append(". They took about ")
                .append(new Cost(tickets, given.rate()).length())
                .append(" of people’s time");
        var price = new Cost(tickets, given.rate()).price();
        text.append(price == null ? "." : ", or " + price + ".");
        if (themes.size() >= 3) {
            var three = themes.subList(0, 3);
            var share = three.stream().mapToDouble(ThemeLine::share).sum();
            text.append(" Three themes are ").append(Wording.percent(share)).append(" of them: ");
            text.append(three.get(0).name())
                    .append(", ")
                    .append(three.get(1).name())
                    .append(" and ");
            text.append(three.get(2).name()).append('.');
        }
        return text.toString();
    }
}
