package groundswell.ticket.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One queue: the tickets that still need someone.
 *
 * @param more where the rest of the list begins; null at its end
 */
public record QueuePageView(
        String name,
        String sentence,
        List<Tab> teams,
        List<Tab> shows,
        List<Tab> orders,
        List<TicketRowView> rows,
        @Nullable String more) {
    /** @param count null where nobody counted */
    public record Tab(
            String name,
            String href,
            boolean here,
            @Nullable Integer count) {}
}
