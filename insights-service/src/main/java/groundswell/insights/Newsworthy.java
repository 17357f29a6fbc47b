package groundswell.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which themes of a week are worth telling others of (row I4). In the trend lane at least two of three conditions hold:
 * a part of all tickets, growth, impact. In the high-stakes lane few tickets have a clear impact. What was not there the week
 * before has no growth; it is new, which counts as growth from a number of tickets on.
 */
public final class Newsworthy {
    /** @param version of the thresholds that decided */
    public record Thresholds(int version, double share, double growth, int newFrom, int fewestRated) {
        public static final Thresholds SHIPPED = new Thresholds(0, 0.05, 0.20, 10, 10);

        boolean isLarge(double share) {
            return share > this.share;
        }

        boolean hasGrown(Figure figure) {
            return figure.isNew()
                    ? figure.tickets() >= newFrom
                    : figure.velocity().orElse(0) > growth;
        }

        /** @param worse whether customers are clearly worse off than elsewhere */
        Optional<Lane> lane(Figure figure, double share, boolean worse) {
            var large = isLarge(share);
            int passed = (large ? 1 : 0) + (hasGrown(figure) ? 1 : 0) + (worse ? 1 : 0);
            return passed >= 2
                    ? Optional.of(Lane.TREND)
                    : worse && !large ? Optional.of(Lane.HIGH_STAKES) : Optional.empty();
        }

        /** Where those in force come from. */
        public interface Source {
            Thresholds now();
        }
    }

    /** Why something is told. */
    public enum Lane {
        TREND,
        HIGH_STAKES;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One condition with the figure that decided it. */
    public record Condition(String name, boolean passed, String figure) {}

    /**
     * @param impact part of unhappy ratings here and elsewhere; null where too few were rated to say
     */
    public record Lead(
            String theme,
            Lane lane,
            Figure figure,
            double share,
            @Nullable Proportions impact,
            Satisfaction satisfaction,
            List<Condition> conditions) {
        /** Whether customers are clearly worse off than elsewhere. */
        public boolean isWorse() {
            return conditions.getLast().passed();
        }

        /** What held, for people: {@code Growth above 20 % (+34 %: 97 after 72); …}. */
        public String sentence() {
            return conditions.stream()
                    .filter(Condition::passed)
                    .map(held -> held.name() + " (" + held.figure() + ")")
                    .collect(Collectors.joining("; ", "", "."));
        }
    }

    /** Most tickets first within each lane, trends before high stakes. */
    public static List<Lead> of(
            Map<String, Figure> themes, Map<String, Satisfaction> ratings, Churn.ByTheme churn, Thresholds thresholds) {
        var all = themes.values().stream().reduce(Figure.ZERO, Figure::plus);
        var rated = ratings.values().stream().reduce(Satisfaction.NONE, Satisfaction::plus);
        var leads = new ArrayList<Lead>();
        themes.forEach((theme, figure) -> {
            if (!theme.equals(CountedTicket.UNCLASSIFIED) && figure.tickets() > 0) {
                var here = ratings.getOrDefault(theme, Satisfaction.NONE);
                var lead = lead(theme, figure, all, here, rated.minus(here), churn, thresholds);
                if (lead != null) {
                    leads.add(lead);
                }
            }
        });
        leads.sort(Comparator.comparing(Lead::lane)
                .thenComparing(lead -> -lead.figure().tickets())
                .thenComparing(Lead::theme));
        return List.copyOf(leads);
    }

    private static @Nullable Lead lead(
            String theme,
            Figure figure,
            Figure all,
            Satisfaction here,
            Satisfaction elsewhere,
            Churn.ByTheme churn,
            Thresholds t) {
        var share = figure.shareOf(all);
        var impact = here.rated() >= t.fewestRated() && elsewhere.rated() >= t.fewestRated()
                ? Proportions.of(here.unhappy(), here.rated(), elsewhere.unhappy(), elsewhere.rated())
                : null;
        var gone = churn.of(theme);
        var others = churn.but(theme);
        var leaving = gone.accounts() >= t.fewestRated() && others.accounts() >= t.fewestRated()
                ? gone.against(others)
                : null;
        var worse = impact != null && impact.certainlyHigher() || leaving != null && leaving.certainlyHigher();
        var lane = t.lane(figure, share, worse).orElse(null);
        if (lane == null) {
            return null;
        }
        var conditions = List.of(
                new Condition(
                        "Part of all tickets above " + Wording.percent(t.share()),
                        t.isLarge(share),
                        Wording.tenths(share) + " of " + Wording.number(all.tickets())),
                new Condition(
                        figure.isNew()
                                ? "New, with " + t.newFrom() + " tickets or more"
                                : "Growth above " + Wording.percent(t.growth()),
                        t.hasGrown(figure),
                        Wording.change(figure) + ": " + Wording.number(figure.tickets()) + " after "
                                + Wording.number(figure.before())),
                new Condition(
                        "Clearly more customers unhappy, or leaving, than elsewhere",
                        worse,
                        impact(impact, here, t) + leaving(leaving, gone, churn, t)));
        return new Lead(theme, lane, figure, share, impact, here, conditions);
    }

    private static String impact(@Nullable Proportions impact, Satisfaction here, Thresholds t) {
        return impact == null
                ? Wording.number(here.rated()) + " rated, " + t.fewestRated() + " are needed"
                : Wording.percent(impact.one()) + " of " + Wording.number(here.rated()) + " gave 1 or 2, against "
                        + Wording.percent(impact.other()) + " elsewhere";
    }

    private static String leaving(@Nullable Proportions leaving, Churn here, Churn.ByTheme churn, Thresholds t) {
        if (churn.all().accounts() == 0) {
            return "";
        }
        return leaving == null
                ? "; " + Wording.number(here.accounts()) + " accounts known, " + t.fewestRated() + " are needed"
                : "; " + Wording.percent(leaving.one()) + " of " + Wording.number(here.accounts())
                        + " accounts left within " + Churn.DAYS + " days, against " + Wording.percent(leaving.other())
                        + " elsewhere";
    }

    private Newsworthy() {}
}
