package groundswell.insights.aggregates;

import groundswell.insights.CountedTicket;
import groundswell.insights.Figure;
import groundswell.insights.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts over a window.
 *
 * @param window code of the window, whose edges are {@code from} (included) and {@code to} (not included)
 * @param before the window that velocity is measured against
 * @param rows most tickets first
 * @param more how many rows the limit cut off
 * @param counted how to read the numbers
 */
public record Aggregates(
        String window,
        String timeZone,
        Span span,
        Span before,
        List<String> by,
        Number total,
        List<Row> rows,
        int more,
        String counted) {
    static final String HOW = "A ticket counts in the quarter hour (UTC) in which it was opened, imported ones at their"
            + " original time; rolling windows end with the running quarter hour."
            + CountedTicket.LEFT_OUT;

    /**
     * @param share of the tickets asked for in the window, 0 to 1: of all of them where no filter was given
     * @param velocity growth against the window before, 0.2 is a fifth more; null where there was nothing before
     */
    public record Number(
            long tickets,
            long before,
            double share,
            @Nullable Double velocity,
            String link) {
        static Number of(Figure figure, Figure all, String link) {
            var velocity = figure.velocity();
            return new Number(
                    figure.tickets(),
                    figure.before(),
                    figure.shareOf(all),
                    velocity.isPresent() ? velocity.getAsDouble() : null,
                    link);
        }
    }

    /** {@code codes} by dimension, such as {@code {"theme": "billing-refund"}}; {@code names} what they are called. */
    public record Row(Map<String, String> codes, Map<String, String> names, Number number) {}
}
