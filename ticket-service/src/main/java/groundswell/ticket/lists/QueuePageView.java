package groundswell.ticket.lists;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One queue: the tickets that still need someone.
 *
 * @param waiting how many need someone, whatever part of the queue is shown
 * @param oldest when the oldest of them was opened; null where there is none
 * @param more where the rest of the list begins; null at its end
 * @param fresh where the page asks for news; null behind the first part of the list, which news would take away
 */
public record QueuePageView(
        String name,
        int waiting,
        @Nullable Instant oldest,
        List<Tab> teams,
        List<Tab> shows,
        List<Tab> orders,
        List<TicketRowView> rows,
        @Nullable String more,
        @Nullable String fresh) {
    /** Stands for all that is shown: another value means that there is news. */
    public String seen() {
        return Integer.toHexString(hashCode());
    }

    /** @param count null where nobody counted */
    public record Tab(
            String name,
            String href,
            boolean here,
            @Nullable Integer count) {}
}
