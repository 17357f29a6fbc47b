package groundswell.routing;

import java.util.List;
import java.util.UUID;

/** The tickets of the last seven days, to try a change on. */
public interface RecentTickets {
    /** A ticket as it was opened; its text is in {@link TicketTexts}, and not in its facts. */
    record Ticket(UUID id, long number, TicketFacts facts) {}

    /** @param of how many there were in all */
    record Week(List<Ticket> newest, long of) {}

    Week newest(int atMost);
}
