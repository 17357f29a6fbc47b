package groundswell.insights;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * How a theme's last 24 hours stand against its usual day, the mean of the seven before. Hot is what is at least double,
 * more than chance explains (three standard deviations of a Poisson count), and not just a handful.
 *
 * @param tickets in the last 24 hours
 * @param usual per 24 hours in the week before
 */
public record Heat(String theme, long tickets, double usual) {
    private static final long HANDFUL = 8;

    public boolean hot() {
        return tickets >= HANDFUL && tickets >= 2 * usual && tickets - usual >= 3 * Math.sqrt(Math.max(usual, 1));
    }

    /** Less than one ticket in two days: a multiple of it would say nothing. */
    public boolean unheardOf() {
        return usual < 0.5;
    }

    public double times() {
        return tickets / usual;
    }

    /** The hottest one, if any is. {@code steps} are counts of equal steps whose last {@code perDay} are the last day. */
    public static Optional<Heat> hottest(Map<String, long[]> steps, int perDay) {
        return steps.entrySet().stream()
                .filter(theme -> !theme.getKey().equals(CountedTicket.UNCLASSIFIED))
                .map(theme -> of(theme.getKey(), theme.getValue(), perDay))
                .filter(Heat::hot)
                .max(Comparator.comparingDouble((Heat heat) -> heat.tickets - heat.usual)
                        .thenComparing(Heat::theme));
    }

    private static Heat of(String theme, long[] steps, int perDay) {
        var rolling = Rolling.sums(steps, perDay);
        long earlier = 0;
        for (int i = 0; i < steps.length - perDay; i++) {
            earlier += steps[i];
        }
        return new Heat(theme, rolling[rolling.length - 1], earlier / ((steps.length - perDay) / (double) perDay));
    }
}
