package groundswell.ticket.desk;

import static java.util.Objects.requireNonNull;

import groundswell.journal.Head;
import groundswell.ticket.Ticket;
import groundswell.ticket.desk.TicketView.ClosureView;
import groundswell.ticket.desk.TicketView.EscalationView;
import groundswell.ticket.desk.TicketView.RatingView;
import groundswell.ticket.desk.TicketView.ResolutionView;
import groundswell.ticket.http.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Shows tickets to the present caller. */
@ApplicationScoped
public class TicketViews {
    private final Letters letters;
    private final ShownStore shown;
    private final Caller caller;

    TicketViews(Letters letters, ShownStore shown, Caller caller) {
        this.letters = letters;
        this.shown = shown;
        this.caller = caller;
    }

    public TicketView view(Head<Ticket> head) {
        return views(List.of(head)).getFirst();
    }

    public List<TicketView> views(List<Head<Ticket>> heads) {
        var findings = shown.of(
                heads.stream().map(head -> UUID.fromString(head.stream())).toList());
        return heads.stream()
                .map(head -> view(head, findings.getOrDefault(UUID.fromString(head.stream()), Shown.NOTHING_YET)))
                .toList();
    }

    /** An answer about a ticket: its view, and its version as ETag. */
    public Response.ResponseBuilder answer(int status, Head<Ticket> head) {
        return Response.status(status).tag(Long.toString(head.version())).entity(view(head));
    }

    /** As {@link #answer}, for a ticket just opened: nobody can have found out anything yet, nor in a repeated answer. */
    public Response.ResponseBuilder opened(int status, Head<Ticket> head) {
        return Response.status(status).tag(Long.toString(head.version())).entity(view(head, Shown.NOTHING_YET));
    }

    private static ResolutionView view(Ticket.Resolution resolution) {
        var rating = resolution.rating();
        return new ResolutionView(
                resolution.code(),
                resolution.agentId(),
                resolution.at(),
                resolution.rateableUntil(),
                rating == null ? null : new RatingView(rating.score(), rating.at()));
    }

    private TicketView view(Head<Ticket> head, Shown found) {
        var ticket = head.state();
        var o = requireNonNull(ticket.opening(), "a ticket has been opened");
        boolean words = caller.readsWords();
        var resolution = ticket.resolution();
        var closure = ticket.closure();
        var escalation = ticket.escalation();
        var merge = ticket.merge();
        return new TicketView(
                o.ticketId(),
                "TKT-" + o.number(),
                ticket.status(),
                words ? letters.open(o.subject(), o.ticketId(), o.messageId(), Letters.Part.SUBJECT) : null,
                o.requesterId(),
                words ? letters.person(o.requester(), o.ticketId(), o.messageId()) : null,
                o.accountId(),
                o.plan(),
                o.bigCustomer(),
                o.channel(),
                ticket.priority(),
                ticket.assignment().team(),
                ticket.assignment().assigneeId(),
                ticket.assignment().revision(),
                List.copyOf(ticket.tags()),
                ticket.productArea(),
                ticket.issueType(),
                words ? letters.custom(o.customFields(), o.ticketId(), o.messageId()) : null,
                o.source(),
                o.externalId(),
                o.history(),
                o.earlierTickets(),
                o.imported(),
                o.automatic(),
                o.followUpOf(),
                ticket.reopenings(),
                resolution == null ? null : view(resolution),
                closure == null ? null : new ClosureView(closure.how(), closure.at()),
                escalation == null ? null : new EscalationView(escalation.reason(), escalation.by(), escalation.at()),
                merge == null ? null : merge.into(),
                found.theme(),
                found.secondaryThemes(),
                found.confidence(),
                found.lane(),
                found.bestTeam(),
                found.decidedBy(),
                found.consent(),
                found.consentScopes(),
                found.consentUntil(),
                o.at(),
                ticket.updatedAt(),
                head.version());
    }
}
