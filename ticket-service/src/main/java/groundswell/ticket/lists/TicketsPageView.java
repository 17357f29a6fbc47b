package groundswell.ticket.lists;

import groundswell.ticket.desk.Choice;
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
            String number,
            String tag,
            String createdFrom,
            String createdTo,
            String updatedFrom,
            String updatedTo,
            String requester) {
        /** Whether something beyond the first row of fields is set. */
        public boolean further() {
            return !(createdFrom + createdTo + updatedFrom + updatedTo + requester).isEmpty();
        }
    }
}
