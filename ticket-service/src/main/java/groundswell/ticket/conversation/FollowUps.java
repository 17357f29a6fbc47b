package groundswell.ticket.conversation;

import groundswell.ticket.TicketCommand.OpenTicket;
import groundswell.ticket.TicketEvent.TicketOpened;
import groundswell.ticket.desk.EarlierTickets;
import groundswell.ticket.desk.Intake;
import groundswell.ticket.desk.Intake.Circumstances;
import groundswell.ticket.desk.Letters;
import groundswell.ticket.desk.NewTicket;
import groundswell.ticket.desk.NewTicket.NewRequester;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.http.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** The ticket that a customer's word on a closed one opens: same person, same subject, linked to the old. */
@ApplicationScoped
public class FollowUps {
    private final TicketJournal tickets;
    private final Intake intake;
    private final EarlierTickets earlier;
    private final Letters letters;
    private final Clock clock;

    FollowUps(TicketJournal tickets, Intake intake, EarlierTickets earlier, Letters letters, Clock clock) {
        this.tickets = tickets;
        this.intake = intake;
        this.earlier = earlier;
        this.letters = letters;
        this.clock = clock;
    }

    OpenTicket open(UUID closed, String words) {
        var old = (TicketOpened) tickets.read(closed).getFirst().event();
        var subject = letters.open(old.subject(), closed, old.messageId(), Letters.Part.SUBJECT);
        var person = letters.person(old.requester(), closed, old.messageId());
        if (subject == null || person == null) {
            throw Refused.because(
                    410,
                    "requester-erased",
                    "The requester has been erased",
                    "Open a new ticket for whoever wrote this.");
        }
        var requester = new NewRequester(
                person.name(),
                person.email(),
                old.accountId(),
                person.company(),
                old.plan(),
                old.size(),
                old.industry(),
                old.bigCustomer());
        var wish = new NewTicket(
                subject,
                words,
                old.channel(),
                old.priority(),
                requester,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                old.automatic());
        int before = earlier.before(old.requesterId(), clock.instant());
        return intake.open(wish, new Circumstances(old.requesterId(), before, null, false, closed));
    }
}
