package groundswell.insights.reports;

import groundswell.insights.Days;
import groundswell.insights.Marker;
import groundswell.insights.reports.Figures.Effect;
import groundswell.insights.reports.Figures.Mover;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Frozen figures, and the same ones counted again from the evidence, for the themes that the frozen ones name. Which themes are
 * worth naming is a verdict: a later release may choose others, and what was counted of those that were chosen is still right.
 */
record Recount(Figures frozen, Figures counted) {
    static Recount of(Figures frozen, Given given, Evidence evidence) {
        var now = Figures.of(given, evidence);
        var tickets = evidence.byTheme(given.period().span());
        var before = evidence.byTheme(given.period().before());
        var counted = new Figures(
                now.tickets(),
                now.before(),
                now.themes(),
                frozen.movers().stream()
                        .map(mover -> mover(
                                mover.theme(),
                                tickets.getOrDefault(mover.theme(), 0L),
                                before.getOrDefault(mover.theme(), 0L),
                                now))
                        .toList(),
                frozen.leads().stream()
                        .filter(lead -> tickets.containsKey(lead.theme()))
                        .toList(),
                now.surges(),
                effects(frozen, now, given, evidence));
        return new Recount(frozen, counted);
    }

    boolean isEqual() {
        return frozen.numbers().equals(counted.numbers());
    }

    private static Mover mover(String theme, long tickets, long before, Figures all) {
        var up = (double) tickets / all.tickets() > (double) before / all.before();
        return new Mover(theme, "", up, before, tickets, "");
    }

    private static List<Effect> effects(Figures frozen, Figures now, Given given, Evidence evidence) {
        var shown = given.shown();
        if (frozen.effects().size() != shown.size()) {
            return now.effects();
        }
        var days = Figures.days(given, evidence);
        return IntStream.range(0, shown.size())
                .mapToObj(i -> shown.get(i).kind() == Marker.Kind.FIX
                        ? now.effects().get(i)
                        : launch(shown.get(i), themes(frozen.effects().get(i), given, evidence), days))
                .toList();
    }

    private static Effect launch(Marker launch, List<String> themes, Days days) {
        var tickets =
                themes.stream().map(theme -> days.inFirstWeek(launch, theme)).toList();
        return new Effect(false, launch.name(), launch.at(), themes, tickets, List.of());
    }

    /** Where they were not frozen yet, the sentences begin with what they were called. */
    private static List<String> themes(Effect launch, Given given, Evidence evidence) {
        if (launch.themes() != null) {
            return launch.themes();
        }
        var longestNameFirst = evidence.rows().stream()
                .map(Evidence.Row::theme)
                .distinct()
                .sorted(Comparator.comparingInt(
                                (String theme) -> -given.names().theme(theme).length())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return launch.sentences().stream()
                .flatMap(sentence -> longestNameFirst.stream()
                        .filter(theme -> sentence.startsWith(given.names().theme(theme) + ": "))
                        .limit(1))
                .toList();
    }
}
