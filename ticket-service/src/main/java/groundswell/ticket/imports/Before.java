package groundswell.ticket.imports;

import groundswell.ticket.TicketEvent.TicketOpened;
import groundswell.ticket.desk.EarlierTickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many tickets of a requester are older, those counted that come in with the same rows. */
final class Before {
    private final EarlierTickets earlier;
    private final Map<UUID, List<Instant>> times;

    Before(EarlierTickets earlier, Collection<UUID> requesters) {
        this.earlier = earlier;
        this.times = new HashMap<>(earlier.times(requesters));
        requesters.forEach(requester -> times.putIfAbsent(requester, new ArrayList<>()));
    }

    /** Counts this one too, for those that come after it. */
    int count(TicketOpened opening) {
        var others = times.computeIfAbsent(opening.requesterId(), this::look);
        int before = (int)
                others.stream().filter(other -> other.isBefore(opening.at())).count();
        others.add(opening.at());
        return before;
    }

    /** Somebody who was not among the requesters: after an erasure the same address is a new person. */
    private List<Instant> look(UUID requester) {
        return earlier.times(List.of(requester)).getOrDefault(requester, new ArrayList<>());
    }
}
