package groundswell.routing.cover;

import groundswell.routing.WeeklyShift;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The heat map for programs.
 *
 * @param zone whose wall clock the hours are of
 * @param weeks how many whole ones it averages, up to the present hour
 * @param cells 168, from Monday 00:00 on
 * @param gaps hours in which tickets arrive and nobody is at work, the one with the most tickets first
 */
public record CoverView(String zone, int weeks, @Nullable String team, List<CellView> cells, List<GapView> gaps) {
    /** Tickets a week and people at work, in one hour of the week. */
    public record CellView(String day, int hour, double arrivals, double people) {}

    /** @param says the gap in one sentence */
    public record GapView(String day, int from, int to, double arrivals, String says) {}

    static CoverView of(HeatMap map, @Nullable String team) {
        return new CoverView(
                map.zone().getId(),
                map.weeks(),
                team,
                map.cells().stream()
                        .map(cell -> new CellView(
                                day(cell.day()), cell.hour(), rounded(cell.arrivals()), rounded(cell.people())))
                        .toList(),
                map.gaps().stream()
                        .map(gap -> new GapView(
                                day(gap.day()), gap.from(), gap.to(), rounded(gap.arrivals()), sentence(gap)))
                        .toList());
    }

    private static String sentence(HeatMap.Gap gap) {
        var day =
                gap.day().name().substring(0, 1) + gap.day().name().substring(1).toLowerCase(Locale.ROOT);
        return "%s %02d–%02d: %s a week, nobody at work".formatted(day, gap.from(), gap.to(), tickets(gap.arrivals()));
    }

    private static String tickets(double arrivals) {
        var figure = arrivals < 10 && arrivals != Math.rint(arrivals)
                ? String.format(Locale.ROOT, "%.1f", arrivals)
                : Long.toString(Math.round(arrivals));
        return figure.equals("1") ? "1 ticket" : figure + " tickets";
    }

    static String day(DayOfWeek day) {
        return WeeklyShift.DAYS.get(day.getValue() - 1);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
