package groundswell.ticket.desk;

import static groundswell.ticket.TicketRefused.Reason.NO_SUCH_TICKET;

import groundswell.journal.Handled;
import groundswell.journal.Head;
import groundswell.journal.Journal;
import groundswell.journal.Recorded;
import groundswell.journal.Submission;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketEvent;
import groundswell.ticket.TicketRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All tickets. Call it on a virtual thread: it waits until what was decided is durable. */
@ApplicationScoped
public class TicketJournal {
    private final Journal<TicketCommand, Ticket, TicketEvent> journal;

    TicketJournal(Journal<TicketCommand, Ticket, TicketEvent> journal) {
        this.journal = journal;
    }

    public Handled<Ticket> handle(Submission<TicketCommand> submission) {
        return journal.handle(submission);
    }

    public Head<Ticket> head(UUID ticketId) {
        return journal.head(ticketId.toString()).orElseThrow(() -> new TicketRefused(NO_SUCH_TICKET));
    }

    /** A ticket as it was right after something had been handled: now, or when the same request was first made. */
    public Head<Ticket> after(Handled<Ticket> handled) {
        return switch (handled) {
            case Handled.Appended<Ticket> it -> new Head<>(it.stream(), it.version(), it.state());
            case Handled.Repeated<Ticket> it -> journal.at(it.stream(), it.version());
            case Handled.Existing<Ticket> it -> head(UUID.fromString(it.stream()));
        };
    }

    public List<Recorded<TicketEvent>> read(UUID ticketId) {
        var events = journal.read(ticketId.toString());
        if (events.isEmpty()) {
            throw new TicketRefused(NO_SUCH_TICKET);
        }
        return events;
    }

    public Ticket state(String json) {
        return journal.state(json);
    }
}
