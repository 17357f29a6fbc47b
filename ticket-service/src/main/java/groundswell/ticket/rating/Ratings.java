package groundswell.ticket.rating;

import static java.util.Objects.requireNonNull;

import groundswell.journal.Cause;
import groundswell.journal.JournalRefused;
import groundswell.journal.Submission;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketCommand.RateTicket;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.Ids;
import groundswell.ticket.desk.Letters;
import groundswell.ticket.desk.TicketJournal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Records what a customer gave by a link. */
@ApplicationScoped
class Ratings {
    /** Whom the keys of the page's views belong to: no token's subject looks like this. */
    private static final String CLIENT = "form:/rate";

    private final TicketJournal tickets;
    private final Letters letters;
    private final Desk desk;
    private final Clock clock;

    Ratings(TicketJournal tickets, Letters letters, Desk desk, Clock clock) {
        this.tickets = tickets;
        this.letters = letters;
        this.desk = desk;
        this.clock = clock;
    }

    void take(Rateable it, RatingForm form) {
        try {
            keep(it, form);
        } catch (JournalRefused refused) {
            if (refused.reason() != JournalRefused.Reason.REQUEST_MISMATCH) {
                throw refused;
            }
            keep(it, form.anew()); // gone back to the same view and changed: what was sent last is meant
        }
    }

    private void keep(Rateable it, RatingForm form) {
        var command = command(it, form);
        var cause = Cause.of("customer", UUID.randomUUID().toString());
        tickets.handle(Submission.<TicketCommand>of(it.ticketId().toString(), command, cause)
                .with(desk.request(CLIENT, form.once(), form, 303)));
    }

    private RateTicket command(Rateable it, RatingForm form) {
        var at = clock.instant();
        if (form.comment().isEmpty()) {
            return new RateTicket(it.ticketId(), it.cycle(), form.score(), null, null, at);
        }
        var requester =
                requireNonNull(tickets.head(it.ticketId()).state().opening()).requesterId();
        var message = Ids.at(at);
        var comment = letters.seal(requester, it.ticketId(), message, Letters.Part.BODY, form.comment());
        return new RateTicket(it.ticketId(), it.cycle(), form.score(), message, comment, at);
    }
}
