package groundswell.ticket.conversation;

import groundswell.ticket.TicketStatus;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message that was taken, and what became of its ticket. */
@Schema(name = "Message")
public record MessageView(
        UUID messageId,

        @Schema(description = "The ticket that holds the message")
        UUID ticketId,

        String number,
        TicketStatus status,

        @Nullable @Schema(description = "The closed ticket that the customer answered, where this opened a new one")
        UUID followUpOf,

        long version) {}
