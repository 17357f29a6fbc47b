package groundswell.insights;

import java.util.List;

/**
 * Of some tickets.
 *
 * @param tickets whose wait ended
 * @param median minutes within which half of them ended; between two tickets it is interpolated
 * @param ninetieth minutes within which nine in ten ended
 * @param within how many ended within each of {@link Waiting#bounds()}; the rest took longer
 */
public record WaitingTime(long tickets, double median, double ninetieth, List<Long> within) {
    public static final WaitingTime NONE = new WaitingTime(0, 0, 0, List.of());

    /** {@code half within 42 min, nine in ten within 5.2 h}. */
    public String sentence() {
        return "half within " + Minutes.of(median) + ", nine in ten within " + Minutes.of(ninetieth);
    }
}
