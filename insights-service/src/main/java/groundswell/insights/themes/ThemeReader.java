package groundswell.insights.themes;

import groundswell.insights.Calendar;
import groundswell.insights.Churn;
import groundswell.insights.Comparison;
import groundswell.insights.Cost;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Drill.Filter;
import groundswell.insights.Figure;
import groundswell.insights.FirstOrRepeat;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Marker;
import groundswell.insights.Measure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Reach;
import groundswell.insights.Rolling;
import groundswell.insights.Satisfaction;
import groundswell.insights.SecondaryThemes;
import groundswell.insights.SentimentCounts;
import groundswell.insights.Span;
import groundswell.insights.TopFive;
import groundswell.insights.Waiting;
import groundswell.insights.WaitingTimes;
import groundswell.insights.Window;
import groundswell.insights.Wording;
import groundswell.insights.themes.ThemesView.Mark;
import groundswell.insights.themes.ThemesView.Part;
import groundswell.insights.themes.ThemesView.Sentence;
import groundswell.insights.themes.ThemesView.Series;
import groundswell.insights.themes.ThemesView.Split;
import groundswell.insights.themes.ThemesView.Theme;
import groundswell.insights.themes.ThemesView.Trend;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One theme: its trend against the same weekdays of the four weeks before, and what it is made of. */
@ApplicationScoped
public class ThemeReader {
    private static final int SHOWN = 28, BASELINE = 28;

    private final Counts counts;
    private final Names.Source names;
    private final Calendar calendar;
    private final Marker.Source markers;
    private final Satisfaction.Source ratings;
    private final SentimentCounts.Source sentiment;
    private final Reach.Source reach;
    private final Churn.Source churn;
    private final WaitingTimes.Source waiting;
    private final Cost.Rate rate;
    private final SecondaryThemes secondary;

    ThemeReader(
            Counts counts,
            Names.Source names,
            Calendar calendar,
            Marker.Source markers,
            Satisfaction.Source ratings,
            SentimentCounts.Source sentiment,
            Reach.Source reach,
            Churn.Source churn,
            WaitingTimes.Source waiting,
            Cost.Rate rate,
            SecondaryThemes secondary) {
        this.secondary = secondary;
        this.waiting = waiting;
        this.reach = reach;
        this.churn = churn;
        this.sentiment = sentiment;
        this.ratings = ratings;
        this.rate = rate;
        this.markers = markers;
        this.counts = counts;
        this.names = names;
        this.calendar = calendar;
    }

    Theme theme(String code, Window window) {
        var called = names.names();
        var only = Only.theme(code);
        var comparison = window.at(calendar.now(), calendar.zone());
        var themes = counts.compare(comparison, Dimension.THEME, Only.ALL);
        var days = days(only);
        if (!themes.containsKey(code)
                && !called.themes().containsKey(code)
                && Arrays.stream(days).allMatch(n -> n == 0)) {
            throw new InsightsRefused(InsightsRefused.Reason.UNKNOWN_THEME, "Choose one of those at /themes.");
        }
        var all = themes.values().stream().reduce(Figure.ZERO, Figure::plus);
        var figure = themes.getOrDefault(code, Figure.ZERO);
        var share = figure.shareOf(all);
        var usual = Rolling.usualDays(days);
        var cost = new Cost(figure.tickets(), rate);
        var sentiments = sentiment.openedIn(comparison.span());
        var here = sentiments.getOrDefault(code, SentimentCounts.NONE);
        var gone = churn.knownAt(comparison.span().to());
        var everywhere = sentiments.values().stream().reduce(SentimentCounts.NONE, SentimentCounts::plus);
        return new Theme(
                code,
                called.theme(code),
                called.teamOfTheme().containsKey(code)
                        ? called.team(called.teamOfTheme().get(code))
                        : "",
                ThemesReader.tabs(window),
                comparison.span(),
                calendar.zone().getId(),
                Wording.number(figure.tickets()),
                Drill.opened(comparison.span(), only).page(),
                Drill.opened(comparison.span(), only).rows(""),
                Wording.percent(share),
                share >= TopFive.REAL_PROBLEM,
                Wording.change(figure),
                Wording.number(figure.before()),
                Drill.opened(comparison.before(), only).page(),
                Wording.number(days[days.length - 1]),
                Drill.opened(calendar.days(1).getFirst(), only).page(),
                Wording.times(usual[usual.length - 1]),
                Wording.line(Arrays.copyOfRange(days, days.length - SHOWN, days.length)),
                window.code(),
                sentence(days, usual),
                cost.price() == null ? cost.length() : cost.length() + ", " + cost.price(),
                cost.formula(),
                newcomers(comparison, code).sentence(),
                SecondaryThemes.sentence(secondary.touching(code, comparison.span())),
                Drill.opened(comparison.span(), Only.ALL, Filter.SECONDARY, code)
                        .page(),
                satisfaction(comparison, code),
                ratedLink(comparison, code),
                waiting(comparison, code),
                reach.openedIn(comparison.span()).sentence(code) + " "
                        + gone.of(code).sentence(gone.but(code)),
                here.sentence(everywhere.minus(here)),
                ThemeSentiment.parts(here, comparison.span(), only),
                splits(comparison, only, figure, called));
    }

    Trend trend(String code) {
        var spans = calendar.days(SHOWN + BASELINE);
        var days = days(Only.theme(code));
        var usual = Rolling.usualDays(days);
        var known = Arrays.stream(usual).anyMatch(n -> n > 0);
        var points = new ArrayList<List<Object>>();
        for (int i = 0; i < SHOWN; i++) {
            var point = new ArrayList<>();
            point.add(spans.get(BASELINE + i).from());
            point.add(days[BASELINE + i]);
            if (known) {
                point.add(usual[i]);
            }
            points.add(point);
        }
        var series = known
                ? List.of(new Series("Tickets a day"), new Series("Usual for the weekday"))
                : List.of(new Series("Tickets a day"));
        var shown = new Span(spans.get(BASELINE).from(), spans.getLast().to());
        var marks = markers.of(code, shown).stream()
                .map(marker -> new Mark(marker.at(), marker.name()))
                .toList();
        return new Trend(series, points, marks, -1);
    }

    private long[] days(Only only) {
        return counts.totals(calendar.days(SHOWN + BASELINE), Measure.OPENED, only).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** The last seven whole days against what is usual for them. Today is still running and says nothing yet. */
    private static Sentence sentence(long[] days, double[] usual) {
        var week = Arrays.stream(days, days.length - 8, days.length - 1).sum();
        var usually = Arrays.stream(usual, usual.length - 8, usual.length - 1).sum();
        if (week == 0 && usually == 0) {
            return new Sentence(false, "Nobody wrote about this in the last seven whole days, nor usually.");
        }
        if (usually < 1) {
            return new Sentence(
                    false, Wording.tickets(week) + " in the last seven whole days; there is no usual level yet.");
        }
        var times = week / usually;
        var hot = times >= 2 && week - usually >= 3 * Math.sqrt(usually);
        var against = ", where about " + Math.round(usually) + " are usual.";
        if (hot) {
            return new Sentence(
                    true,
                    Wording.times(times) + " times its usual level: " + Wording.tickets(week)
                            + " in the last seven whole days" + against);
        }
        var standing = times >= 1.25
                ? "Above its usual level: "
                : times <= 0.75 ? "Below its usual level: " : "At its usual level: ";
        return new Sentence(false, standing + Wording.tickets(week) + " in the last seven whole days" + against);
    }

    private FirstOrRepeat newcomers(Comparison comparison, String code) {
        var sums = counts.in(
                        List.of(comparison.span()),
                        Measure.OPENED,
                        List.of(Dimension.THEME, Dimension.HISTORY),
                        Only.ALL)
                .getFirst();
        long first = 0, repeat = 0, othersFirst = 0, othersRepeat = 0;
        for (var sum : sums.entrySet()) {
            var here = sum.getKey().getFirst().equals(code);
            switch (sum.getKey().getLast()) {
                case "first" -> {
                    first += here ? sum.getValue() : 0;
                    othersFirst += here ? 0 : sum.getValue();
                }
                case "repeat" -> {
                    repeat += here ? sum.getValue() : 0;
                    othersRepeat += here ? 0 : sum.getValue();
                }
                default -> {} // not known
            }
        }
        return new FirstOrRepeat(first, repeat, othersFirst, othersRepeat);
    }

    private String waiting(Comparison comparison, String code) {
        var replied = waiting.of(Waiting.FIRST_REPLY, comparison.span(), Dimension.THEME)
                .of(code);
        var resolved = waiting.of(Waiting.RESOLUTION, comparison.span(), Dimension.THEME)
                .of(code);
        var answered = replied.tickets() == 0
                ? "No first answer was given in this window."
                : "First answers: " + replied.sentence() + ", from " + Wording.tickets(replied.tickets()) + ".";
        return resolved.tickets() == 0 ? answered : answered + " Resolutions: " + resolved.sentence() + ".";
    }

    /** Empty where nobody has rated. */
    private String ratedLink(Comparison comparison, String code) {
        return ratings.openedIn(comparison.span()).containsKey(code)
                ? Drill.opened(comparison.span(), Only.theme(code), Filter.RATING, "any")
                        .page()
                : "";
    }

    private String satisfaction(Comparison comparison, String code) {
        var rated = ratings.openedIn(comparison.span());
        var here = rated.getOrDefault(code, Satisfaction.NONE);
        var all = rated.values().stream().reduce(Satisfaction.NONE, Satisfaction::plus);
        return here.sentence(all.minus(here));
    }

    private List<Split> splits(Comparison comparison, Only only, Figure whole, Names called) {
        return List.of(
                new Split("By team", parts(comparison, Dimension.TEAM, only, whole, called)),
                new Split("By channel", parts(comparison, Dimension.CHANNEL, only, whole, called)),
                new Split("By plan", parts(comparison, Dimension.PLAN, only, whole, called)),
                new Split("First or repeat", parts(comparison, Dimension.HISTORY, only, whole, called)));
    }

    private List<Part> parts(Comparison comparison, Dimension by, Only only, Figure whole, Names called) {
        return counts.compare(comparison, by, only).entrySet().stream()
                .filter(part -> part.getValue().tickets() > 0)
                .sorted(Comparator.<Map.Entry<String, Figure>>comparingLong(
                                part -> -part.getValue().tickets())
                        .thenComparing(Map.Entry::getKey))
                .map(part -> new Part(
                        called.of(by, part.getKey()),
                        Drill.opened(comparison.span(), only.with(by, part.getKey()))
                                .page(),
                        Wording.number(part.getValue().tickets()),
                        Wording.percent(part.getValue().shareOf(whole)),
                        Math.round(part.getValue().shareOf(whole) * 100)))
                .toList();
    }
}
