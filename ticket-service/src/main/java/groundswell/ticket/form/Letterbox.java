package groundswell.ticket.form;

import static java.util.Objects.requireNonNull;

import groundswell.journal.Cause;
import groundswell.journal.Submission;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.Intake;
import groundswell.ticket.desk.TicketJournal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens a ticket for what somebody wrote on the public form: the way of {@code POST /api/tickets}, without a token. */
@ApplicationScoped
public class Letterbox {
    /** Whom the keys of the form's views belong to: no token's subject looks like this. */
    private static final String CLIENT = "form:/help/new";

    private final Intake intake;
    private final Desk desk;
    private final TicketJournal tickets;

    Letterbox(Intake intake, Desk desk, TicketJournal tickets) {
        this.intake = intake;
        this.desk = desk;
        this.tickets = tickets;
    }

    /** The ticket's number, {@code TKT-100123}; for the same view and words always the same one. */
    String take(HelpForm form) {
        var wish = form.asTicket();
        var command = intake.now(wish);
        var cause = Cause.of("customer", UUID.randomUUID().toString());
        var handled =
                tickets.handle(Submission.<TicketCommand>of(command.ticketId().toString(), command, cause)
                        .with(desk.request(CLIENT, form.once(), wish, 303)));
        return "TKT-" + requireNonNull(tickets.after(handled).state().opening()).number();
    }
}
