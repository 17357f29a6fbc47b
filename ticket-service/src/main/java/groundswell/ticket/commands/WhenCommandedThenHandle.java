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
import java.sql.Connection;
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
            return Submission.of(command.ticketId().toString(), command, Orders.cause(delivery))
                    .with(request("", 200));
        }

        /** Of the command itself, whatever becomes of it: a copy that is refused otherwise is still the same one. */
        Request request(String about, int status) {
            return new Request(CLIENT, delivery.eventId() + about, Fingerprint.of(delivery.data()), status);
        }
    }

    /** An assignment that comes to nothing, told once however many copies of its command there are. */
    private record Refusal(Order order, AssignTicket assign, TicketRefused.Reason reason) {
        UUID ticketId() {
            return assign.ticketId();
        }

        /** @param revision the ticket's present one, to decide again by */
        Submission<TicketCommand> submission(int revision) {
            var commandId = order.delivery().eventId();
            return Submission.<TicketCommand>of(
                            ticketId() + "/refusals",
                            new RefuseAssignment(ticketId(), commandId, revision, reason.code(), assign.at()),
                            Orders.cause(order.delivery()))
                    .with(order.request("/refused", 409));
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
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < orders.size(); i++) {
            refusal(orders.get(i), outcomes.get(i)).ifPresent(refusals::add);
        }
        var revisions = revisions(refusals, transaction.connection());
        for (var outcome : journal.handle(
                refusals.stream()
                        .map(refusal -> refusal.submission(revisions.getOrDefault(refusal.ticketId(), 0)))
                        .toList(),
                transaction)) {
            if (outcome instanceof Outcome.Refused<Handled<Ticket>>(var reason)) {
                throw reason;
            }
        }
    }

    private static Optional<Refusal> refusal(Order order, Outcome<Handled<Ticket>> outcome) {
        return switch (outcome) {
            case Outcome.Done<Handled<Ticket>> _ -> Optional.empty();
            case Outcome.Refused<Handled<Ticket>>(TicketRefused refused) -> {
                LOG.debugf(
                        "%s %s: %s", order.delivery().type(), order.delivery().eventId(), refused.reason());
                yield order.command() instanceof AssignTicket assign
                        ? Optional.of(new Refusal(order, assign, refused.reason()))
                        : Optional.empty();
            }
            case Outcome.Refused<Handled<Ticket>>(var fault) -> throw fault;
        };
    }

    /**
     * The assignment revisions as this batch leaves them, since nobody sees one of its events without the others. Read in
     * the batch's own transaction: one that waited for a second connection while it holds its first could starve the pool.
     */
    private Map<UUID, Integer> revisions(List<Refusal> refusals, Connection connection) throws SQLException {
        if (refusals.isEmpty()) {
            return Map.of();
        }
        var tickets = refusals.stream()
                .map(refusal -> refusal.ticketId().toString())
                .distinct()
                .toArray();
        var found = new HashMap<UUID, Integer>();
        try (var query = connection.prepareStatement(
                "select stream_id, state::text from journal_stream where stream_id = any (?)")) {
            query.setArray(1, connection.createArrayOf("text", tickets));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var ticket = journal.state(row.getString(2));
                    found.put(
                            UUID.fromString(row.getString(1)),
                            ticket.assignment().revision());
                }
            }
        }
        return found;
    }
}
