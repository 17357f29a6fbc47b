package groundswell.ticket.commands;

import groundswell.journal.Handled;
import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.Request;
import groundswell.journal.Submission;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketCommand.AssignTicket;
import groundswell.ticket.TicketCommand.RefuseAssignment;
import groundswell.ticket.TicketEvent;
import groundswell.ticket.TicketRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Policy: commands of other services are handled by the same rules as those over REST, once for each {@code ce_id}. A
 * refused assignment is answered by an event, so that whoever decided can decide anew; other refusals end here.
 */
@ApplicationScoped
public class WhenCommandedThenHandle implements BatchPolicy<List<WhenCommandedThenHandle.Order>> {
    private static final Logger LOG = Logger.getLogger(WhenCommandedThenHandle.class);
    private static final String CLIENT = "ticket.commands.v1";

    /** A command that was read, and the record it came in. */
    public record Order(Delivery delivery, TicketCommand command) {
        Submission<TicketCommand> submission() {
            var request = new Request(CLIENT, delivery.eventId().toString(), Fingerprint.of(delivery.data()), 200);
            return Submission.of(command.ticketId().toString(), command, Orders.cause(delivery))
                    .with(request);
        }
    }

    private final Journal<TicketCommand, Ticket, TicketEvent> journal;
    private final Clock clock;

    WhenCommandedThenHandle(Journal<TicketCommand, Ticket, TicketEvent> journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<Order> prepare(List<Delivery> batch) {
        var at = clock.instant();
        return batch.stream()
                .flatMap(delivery -> Orders.read(delivery, at).map(c -> new Order(delivery, c)).stream())
                .toList();
    }

    /** The refusals come second, in streams of the same slots and under keys of their own: no lock is taken out of order. */
    @Override
    public void apply(List<Order> orders, InboxTransaction transaction) throws SQLException {
        var outcomes = journal.handle(orders.stream().map(Order::submission).toList(), transaction);
        var refusals = new ArrayList<Submission<TicketCommand>>();
        var seen = new HashMap<UUID, Ticket>();
        for (int i = 0; i < orders.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done<Handled<Ticket>>(Handled.Appended<Ticket> it)) {
                seen.put(orders.get(i).command().ticketId(), it.state());
            }
            refusal(orders.get(i), outcomes.get(i), seen).ifPresent(refusals::add);
        }
        for (var outcome : journal.handle(refusals, transaction)) {
            if (outcome instanceof Outcome.Refused<Handled<Ticket>>(var reason)) {
                throw reason;
            }
        }
    }

    /** @param seen tickets as earlier orders of this batch left them; nobody outside sees that yet */
    private Optional<Submission<TicketCommand>> refusal(
            Order order, Outcome<Handled<Ticket>> outcome, Map<UUID, Ticket> seen) {
        return switch (outcome) {
            case Outcome.Done<Handled<Ticket>> _ -> Optional.empty();
            case Outcome.Refused<Handled<Ticket>>(TicketRefused refused) -> {
                LOG.debugf(
                        "%s %s: %s", order.delivery().type(), order.delivery().eventId(), refused.reason());
                yield order.command() instanceof AssignTicket assign
                        ? Optional.of(refuse(order, assign, refused.reason(), revision(assign.ticketId(), seen)))
                        : Optional.empty();
            }
            case Outcome.Refused<Handled<Ticket>>(var fault) -> throw fault;
        };
    }

    private Submission<TicketCommand> refuse(
            Order order, AssignTicket assign, TicketRefused.Reason reason, int revision) {
        var commandId = order.delivery().eventId();
        return Submission.<TicketCommand>of(
                        assign.ticketId() + "/refusals",
                        new RefuseAssignment(assign.ticketId(), commandId, revision, reason.code(), assign.at()),
                        Orders.cause(order.delivery()))
                .with(new Request(CLIENT, commandId + "/refused", reason.code(), 409));
    }

    private int revision(UUID ticketId, Map<UUID, Ticket> seen) {
        var ticket = seen.get(ticketId);
        if (ticket != null) {
            return ticket.assignment().revision();
        }
        return journal.head(ticketId.toString())
                .map(head -> head.state().assignment().revision())
                .orElse(0);
    }
}
