package groundswell.ticket.rating;

import java.util.UUID;

/**
 * What a link asks about.
 *
 * @param cycle which of the ticket's resolutions; see {@link groundswell.ticket.TicketEvent.TicketRated}
 */
public record Rateable(UUID ticketId, int cycle) {}
