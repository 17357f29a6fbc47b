package groundswell.ticket.desk;

import groundswell.ticket.Channel;
import groundswell.ticket.ClosedHow;
import groundswell.ticket.EscalationReason;
import groundswell.ticket.History;
import groundswell.ticket.Priority;
import groundswell.ticket.ResolutionCode;
import groundswell.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its readers see it. Subject, requester and custom fields are null for roles that may not read them, and for
 * everybody once the requester has been erased.
 */
@Schema(description = "A ticket")
public record TicketView(
        UUID id,

        @Schema(description = "What people call it", examples = "TKT-4821")
        String number,

        TicketStatus status,
        @Nullable String subject,
        UUID requesterId,
        @Nullable Person requester,
        @Nullable String accountId,
        @Nullable String plan,
        boolean bigCustomer,
        Channel channel,
        Priority priority,
        @Nullable String team,
        @Nullable UUID assigneeId,

        @Schema(description = "Counts assignments; a command to assign names the one it was based on")
        int assignmentRevision,

        List<String> tags,
        @Nullable String productArea,
        @Nullable String issueType,
        @Nullable Map<String, Object> customFields,
        @Nullable String source,
        @Nullable String externalId,
        History history,
        int earlierTickets,
        boolean imported,

        @Schema(description = "Written by a machine: it does not count in what customers run into")
        boolean automatic,

        @Nullable UUID followUpOf,
        int reopenings,
        @Nullable ResolutionView resolution,
        @Nullable ClosureView closure,
        @Nullable EscalationView escalation,

        @Nullable @Schema(description = "The ticket that goes on in its place")
        UUID mergedInto,

        @Nullable String theme,
        List<String> secondaryThemes,
        @Nullable Double confidence,
        @Nullable String lane,
        @Nullable String bestTeam,
        @Nullable String decidedBy,
        String consent,
        List<String> consentScopes,
        @Nullable Instant consentUntil,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Also the ETag") long version) {
    public record ResolutionView(
            ResolutionCode code,
            UUID agentId,
            Instant at,

            @Schema(description = "Until when the customer may rate it")
            Instant rateableUntil,

            @Nullable RatingView rating) {}

    @Schema(description = "What the customer says of the resolution; a comment stands in the timeline")
    public record RatingView(
            @Schema(minimum = "1", maximum = "5") int score, Instant at) {}

    public record ClosureView(ClosedHow how, Instant at) {}

    @Schema(description = "Support alone can’t resolve it")
    public record EscalationView(EscalationReason reason, UUID by, Instant at) {}
}
