package groundswell.routing.sla;

import groundswell.journal.JsonEvents;
import groundswell.routing.sla.Fact.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our reading of {@code ticket.events.v1}: only the types and fields that time targets need, checked against
 * ticket-service's samples.
 */
public sealed interface TargetNews {
    JsonEvents<TargetNews> FORMAT = JsonEvents.of("groundswell.ticket", "Ticket", TargetNews.class, TargetNews::at);

    UUID ticketId();

    Instant at();

    record TicketOpened(UUID ticketId, @Nullable String plan, String priority, boolean imported, Instant at)
            implements TargetNews {}

    record TicketAssigned(
            UUID ticketId, @Nullable String team, @Nullable UUID assigneeId, Instant at) implements TargetNews {}

    record TicketStarted(UUID ticketId, Instant at) implements TargetNews {}

    record TicketPaused(UUID ticketId, Instant at) implements TargetNews {}

    record TicketResumed(UUID ticketId, Instant at) implements TargetNews {}

    /** Public and by a person: a bot's words and a note among colleagues are {@code noted}. */
    record TicketReplied(UUID ticketId, Instant at) implements TargetNews {}

    record CustomerReplied(UUID ticketId, Instant at) implements TargetNews {}

    record TicketNoted(UUID ticketId, Instant at) implements TargetNews {}

    record TicketResolved(UUID ticketId, Instant at) implements TargetNews {}

    record TicketClosed(UUID ticketId, Instant at) implements TargetNews {}

    record TicketReopened(UUID ticketId, Instant at) implements TargetNews {}

    record TicketMerged(UUID ticketId, Instant at) implements TargetNews {}

    record TicketUnmerged(UUID ticketId, Instant at) implements TargetNews {}

    record TicketPrioritised(UUID ticketId, String priority, Instant at) implements TargetNews {}

    /** @return null for an opening, which begins a lifeline instead */
    default @Nullable Fact fact(long version) {
        return switch (this) {
            case TicketOpened _ -> null;
            case TicketAssigned e ->
                e.team() == null ? Fact.of(Kind.TEAM_LOST, at(), version) : Fact.teamFound(e.team(), at(), version);
            case TicketStarted _ -> Fact.of(Kind.STARTED, at(), version);
            case TicketPaused _ -> Fact.of(Kind.PAUSED, at(), version);
            case TicketResumed _ -> Fact.of(Kind.RESUMED, at(), version);
            case TicketReplied _ -> Fact.of(Kind.REPLIED, at(), version);
            case CustomerReplied _ -> Fact.of(Kind.ASKED, at(), version);
            case TicketNoted _ -> Fact.of(Kind.TOUCHED, at(), version);
            case TicketResolved _ -> Fact.of(Kind.RESOLVED, at(), version);
            case TicketClosed _ -> Fact.of(Kind.CLOSED, at(), version);
            case TicketReopened _ -> Fact.of(Kind.REOPENED, at(), version);
            case TicketMerged _ -> Fact.of(Kind.MERGED, at(), version);
            case TicketUnmerged _ -> Fact.of(Kind.UNMERGED, at(), version);
            case TicketPrioritised e -> Fact.prioritised(e.priority(), at(), version);
        };
    }
}
