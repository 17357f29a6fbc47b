package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.Handled.Appended;
import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.AssignTicket;
import groundswell.routing.Assignments;
import groundswell.routing.Edition;
import groundswell.routing.Label;
import groundswell.routing.Labels;
import groundswell.routing.LearningEvent;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketHandedOn;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.RoutingEvent.TicketWentStale;
import groundswell.routing.RoutingState;
import groundswell.routing.TargetEvent;
import groundswell.routing.TeamEvent;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns findings into facts: events, rows and wishes to ticket-service, all in the caller's transaction. The caller holds
 * the tickets' rows locked: rows before slots, everywhere, or two transactions could wait for each other.
 */
@Singleton
class Recorder {
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Assignments assignments;
    private final Labels labels;

    Recorder(Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Assignments assignments, Labels labels) {
        this.journal = journal;
        this.assignments = assignments;
        this.labels = labels;
    }

    /** Call it once per transaction. {@code standings} are the locked tickets; a decision is noted there too. */
    void record(List<Finding> findings, Map<UUID, Standing> standings, InboxTransaction transaction)
            throws SQLException {
        var outcomes = journal.handle(findings.stream().map(Finding::submission).toList(), transaction);
        var routed = new ArrayList<TicketRouted>();
        var classified = new ArrayList<TicketClassified>();
        var wishes = new ArrayList<AssignTicket>();
        var taught = new ArrayList<Label>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (!isNew(outcomes.get(i))) continue;
            var finding = findings.get(i);
            switch (finding.event()) {
                case TicketClassified e -> classified.add(e);
                case TicketRouted e -> {
                    routed.add(e);
                    if (finding.label() != null) taught.add(finding.label());
                    var standing =
                            Objects.requireNonNull(standings.get(e.ticketId())).after(e);
                    standings.put(e.ticketId(), standing);
                    if (standing.wantsAssignment()) wishes.add(wish(e, keeper(e, standing), finding.cause()));
                }
                case TicketHandedOn _, TicketWentStale _, TargetEvent _, TeamEvent _, LearningEvent _, Edition _ ->
                    throw new IllegalArgumentException("Not of a decision");
            }
        }
        var table = new TicketTable(transaction.connection());
        table.routed(routed);
        table.classified(classified);
        labels.add(taught, transaction);
        assignments.ask(wishes, transaction);
    }

    /** What was learnt without a decision. */
    void teach(List<Label> taught, InboxTransaction transaction) throws SQLException {
        labels.add(taught, transaction);
    }

    /** Decisions that stand, asked for on the present assignment: they are nothing new to record. */
    void askOnceReopened(Collection<Finding> decided, Map<UUID, Standing> standings, InboxTransaction transaction)
            throws SQLException {
        var wishes = new ArrayList<AssignTicket>();
        for (var finding : decided) {
            var standing = standings.get(finding.ticketId());
            if (finding.event() instanceof TicketRouted last && standing != null && standing.asksOnceReopened())
                wishes.add(wish(last.having(standing.assignmentRevision(), last.at()), null, finding.cause()));
        }
        assignments.ask(wishes, transaction);
    }

    private static boolean isNew(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(var handled) -> handled instanceof Appended<?> appended && appended.events() > 0;
            case Outcome.Refused<?>(var reason) -> throw reason;
        };
    }

    /** Whoever took it before anybody knew its team keeps it; whom it is moved away from does not. */
    private static @Nullable UUID keeper(TicketRouted e, Standing standing) {
        return e.decidedBy() != DecidedBy.AGENT && standing.assignedTeam() == null ? standing.assigneeId() : null;
    }

    private static AssignTicket wish(TicketRouted e, @Nullable UUID assignee, Cause cause) {
        var team = Objects.requireNonNull(e.team());
        var reason = e.decidedBy() == DecidedBy.AGENT ? e.reason() : "routed_by_" + e.decidedBy();
        return new AssignTicket(UUID.randomUUID(), e.ticketId(), team, assignee, e.assignmentRevision(), reason, cause);
    }
}
