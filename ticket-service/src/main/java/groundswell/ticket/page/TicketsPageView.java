package groundswell.ticket.page;

import groundswell.ticket.page.TicketPageView.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tickets, filtered. {@code filter} holds what the reader typed, so that the form comes back as it was sent. */
public record TicketsPageView(
        Filter filter,
        List<Choice> statuses,
        List<Choice> teams,
        List<Choice> priorities,
        List<Choice> channels,
        List<Choice> people,
        List<Choice> orders,
        List<TicketRowView> rows,
        @Nullable String more) {
    public record Filter(
            String tag,
            String createdFrom,
            String createdTo,
            String updatedFrom,
            String updatedTo,
            String requester,
            boolean further) {}
}
