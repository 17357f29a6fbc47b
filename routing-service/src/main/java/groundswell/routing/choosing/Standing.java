package groundswell.routing.choosing;

import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Lane;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.choosing.TicketNews.AssignmentRefused;
import groundswell.routing.choosing.TicketNews.TicketAssigned;
import groundswell.routing.choosing.TicketNews.TicketClosed;
import groundswell.routing.choosing.TicketNews.TicketMerged;
import groundswell.routing.choosing.TicketNews.TicketOpened;
import groundswell.routing.choosing.TicketNews.TicketPrioritised;
import groundswell.routing.choosing.TicketNews.TicketReopened;
import groundswell.routing.choosing.TicketNews.TicketResolved;
import groundswell.routing.choosing.TicketNews.TicketUnmerged;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands: what ticket-service says of it, and what was decided here. Pure.
 *
 * @param waiting neither resolved nor closed, nor merged into another ticket
 * @param assignmentRevision counts the ticket's assignments; a wish that has seen an older one is refused
 * @param assignedByRouting whether the present assignment came from a wish of ours
 * @param lane null as long as nothing was decided
 * @param bestTeam the best guess, also where it was too weak to act on
 */
record Standing(
        UUID ticketId,
        String priority,
        boolean waiting,
        @Nullable String assignedTeam,
        @Nullable UUID assigneeId,
        int assignmentRevision,
        boolean assignedByRouting,
        @Nullable Lane lane,
        @Nullable String decidedTeam,
        @Nullable String bestTeam,
        @Nullable DecidedBy decidedBy) {

    static Standing of(TicketOpened e) {
        return new Standing(e.ticketId(), e.priority(), true, null, null, 0, false, null, null, null, null);
    }

    /** After what ticket-service says; {@code ours} where it did so because we asked. */
    Standing after(TicketNews news, boolean ours) {
        return switch (news) {
            case TicketOpened _, AssignmentRefused _ -> this;
            case TicketAssigned e ->
                new Standing(
                        ticketId,
                        priority,
                        waiting,
                        e.team(),
                        e.assigneeId(),
                        e.assignmentRevision(),
                        ours,
                        lane,
                        decidedTeam,
                        bestTeam,
                        decidedBy);
            case TicketPrioritised e -> with(e.priority(), waiting);
            case TicketResolved _, TicketClosed _, TicketMerged _ -> with(priority, false);
            case TicketUnmerged e -> with(priority, e.waits());
            case TicketReopened _ -> with(priority, true);
        };
    }

    Standing after(TicketRouted e) {
        return new Standing(
                ticketId,
                priority,
                waiting,
                assignedTeam,
                assigneeId,
                assignmentRevision,
                assignedByRouting,
                e.lane(),
                e.team(),
                e.bestTeam(),
                e.decidedBy());
    }

    /** Whether its text alone sent it to the team that has it. */
    boolean keptWhereItsTextSentIt() {
        return decidedBy == DecidedBy.MODEL
                && lane == Lane.TEAM
                && decidedTeam != null
                && decidedTeam.equals(assignedTeam);
    }

    /** Whether ticket-service should be asked for the decided team. */
    boolean wantsAssignment() {
        return waiting && lane == Lane.TEAM && decidedTeam != null && !decidedTeam.equals(assignedTeam);
    }

    /**
     * Whether a person has assigned it otherwise than was decided. Somebody who merely took it, or gave it to a person of
     * the decided team, agrees.
     */
    boolean assignedOtherwise() {
        if (assignedByRouting || assignmentRevision == 0) return false;
        if (assignedTeam == null) return lane == Lane.TEAM && assigneeId == null;
        return lane != Lane.TEAM || !assignedTeam.equals(decidedTeam);
    }

    /**
     * Whether to ask again after a refusal: only where no person has assigned it meanwhile. A person's own choice is
     * recorded as the decision, so there is nothing left to ask for.
     */
    boolean asksAgain(int refusedAt, int nowAt) {
        return nowAt > refusedAt && nowAt == assignmentRevision && wantsAssignment();
    }

    /**
     * Whether to ask when it is open again: it may have been decided while it was resolved, and then nobody was asked, or
     * the wish was refused for that. Whoever has it meanwhile keeps it.
     */
    boolean asksOnceReopened() {
        return wantsAssignment() && assignedTeam == null && assigneeId == null;
    }

    private Standing with(String newPriority, boolean newWaiting) {
        return new Standing(
                ticketId,
                newPriority,
                newWaiting,
                assignedTeam,
                assigneeId,
                assignmentRevision,
                assignedByRouting,
                lane,
                decidedTeam,
                bestTeam,
                decidedBy);
    }
}
