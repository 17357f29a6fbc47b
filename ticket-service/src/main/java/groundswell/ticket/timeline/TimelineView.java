package groundswell.ticket.timeline;

import groundswell.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that happened to a ticket, in order, and how long it took. */
@Schema(name = "Timeline")
public record TimelineView(UUID ticketId, String number, List<Entry> entries, Times times) {
    /**
     * @param version counts what was recorded; entries stand in the order in which they happened
     * @param what opened, assigned, replied, customer-replied, noted, rated, … : the event's name; said-in-chat for what a bot
     *     said to the customer in the chat that became this ticket, or an agent before the customer wrote
     * @param audience public or internal, for words
     * @param status where the ticket stood from then on
     */
    @Schema(name = "TimelineEntry")
    public record Entry(
            long version,
            String what,
            Instant at,
            Instant recordedAt,

            @Schema(description = "agent:<id>, system:<id>, customer or policy:<name>")
            String actor,

            TicketStatus status,
            @Nullable UUID messageId,

            @Nullable @Schema(enumeration = {"public", "internal"})
            String audience,

            @Nullable UUID by,
            @Nullable String subject,
            @Nullable String text,
            Map<String, Object> details) {}

    /** Whole minutes from the opening; agentMinutes: while the ticket did not wait for the customer. */
    @Schema(name = "HandlingTimes")
    public record Times(
            @Nullable Long firstAssignmentMinutes,
            @Nullable Long firstReplyMinutes,
            @Nullable Long resolutionMinutes,
            long agentMinutes) {}
}
