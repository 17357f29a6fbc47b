package groundswell.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The five themes that customers wrote most about. Tickets without a theme are part of the whole, and of no rank. */
public final class TopFive {
    /** From this share of all tickets a theme is a real product problem, not noise (row I3). */
    public static final double REAL_PROBLEM = 0.15;

    /** {@code share} is of all tickets of the window, with or without a theme. */
    public record Place(int rank, String theme, Figure figure, double share, boolean realProblem) {}

    /** Equal counts are ranked by their growth, then by their code, so that two readers see the same list. */
    public static List<Place> of(Map<String, Figure> themes) {
        var all = themes.values().stream().reduce(Figure.ZERO, Figure::plus);
        var ranked = themes.entrySet().stream()
                .filter(theme -> !theme.getKey().equals(CountedTicket.UNCLASSIFIED))
                .filter(theme -> theme.getValue().tickets() > 0)
                .sorted(Comparator.<Map.Entry<String, Figure>>comparingLong(
                                theme -> -theme.getValue().tickets())
                        .thenComparingLong(theme -> theme.getValue().before())
                        .thenComparing(Map.Entry::getKey))
                .limit(5)
                .toList();
        var places = new ArrayList<Place>();
        for (var theme : ranked) {
            var share = theme.getValue().shareOf(all);
            places.add(new Place(places.size() + 1, theme.getKey(), theme.getValue(), share, share >= REAL_PROBLEM));
        }
        return List.copyOf(places);
    }

    private TopFive() {}
}
