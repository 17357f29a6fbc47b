package groundswell.ticket.lists;

import groundswell.ticket.desk.Badge;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of tickets.
 *
 * @param since what its age counts from: the opening in a queue, the last change elsewhere
 */
public record TicketRowView(
        UUID id,
        String number,
        String subject,
        String requester,
        String channel,
        Badge status,
        Badge priority,
        @Nullable String team,
        @Nullable String assignee,
        Instant since) {
    public boolean pressing() {
        return priority.tone().equals("bad") || priority.tone().equals("warn");
    }
}
