package groundswell.ticket.desk;

import groundswell.journal.NaturalKey;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.SubjectErased;
import groundswell.ticket.History;
import groundswell.ticket.Priority;
import groundswell.ticket.TicketCommand.OpenTicket;
import groundswell.ticket.TicketEvent.TicketOpened;
import groundswell.ticket.desk.Letters.Part;
import groundswell.ticket.http.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the opening of a ticket out of what was posted: seals its texts, and looks up who asks and how often before. */
@ApplicationScoped
public class Intake {
    public static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

    /**
     * What the sender does not say.
     *
     * @param earlier tickets of this requester that are older
     * @param number its number, where it brought one along
     */
    public record Circumstances(
            UUID requesterId,
            int earlier,
            @Nullable Long number,
            boolean imported,
            @Nullable UUID followUpOf) {}

    private final Requesters requesters;
    private final EarlierTickets earlier;
    private final TicketNumbers numbers;
    private final Letters letters;
    private final Clock clock;

    Intake(Requesters requesters, EarlierTickets earlier, TicketNumbers numbers, Letters letters, Clock clock) {
        this.requesters = requesters;
        this.earlier = earlier;
        this.numbers = numbers;
        this.letters = letters;
        this.clock = clock;
    }

    /** A ticket that somebody opens now. */
    public OpenTicket now(NewTicket wish) {
        try {
            return nowFor(requesters.idOf(wish.requester().email()), wish);
        } catch (SubjectErased | KeyNotYetKnown meanwhile) {
            requesters.forget(wish.requester().email());
            return nowFor(requesters.idOf(wish.requester().email()), wish);
        }
    }

    private OpenTicket nowFor(UUID requester, NewTicket wish) {
        return open(wish, new Circumstances(requester, earlier.before(requester, when(wish)), null, false, null));
    }

    public OpenTicket open(NewTicket wish, Circumstances around) {
        check(wish);
        var at = when(wish);
        var ticketId = Ids.at(clock.instant());
        var messageId = Ids.at(clock.instant());
        var who = wish.requester();
        var requester = around.requesterId();
        return new OpenTicket(new TicketOpened(
                ticketId,
                around.number() == null ? numbers.next() : around.number(),
                requester,
                who.accountId(),
                who.plan(),
                who.size(),
                who.industry(),
                Boolean.TRUE.equals(who.bigCustomer()),
                wish.channel(),
                Objects.requireNonNullElse(wish.priority(), Priority.P3),
                wish.tags() == null
                        ? List.of()
                        : wish.tags().stream().distinct().sorted().toList(),
                wish.productArea(),
                wish.issueType(),
                wish.source(),
                wish.externalId(),
                messageId,
                letters.seal(requester, ticketId, messageId, Part.SUBJECT, wish.subject()),
                letters.seal(requester, ticketId, messageId, Part.BODY, wish.description()),
                letters.seal(
                        requester,
                        ticketId,
                        messageId,
                        Part.REQUESTER,
                        new Person(who.name(), Requesters.normal(who.email()), who.company())),
                wish.customFields() == null || wish.customFields().isEmpty()
                        ? null
                        : letters.seal(requester, ticketId, messageId, Part.CUSTOM, wish.customFields()),
                around.earlier() == 0 ? History.FIRST : History.REPEAT,
                around.earlier(),
                around.imported(),
                Boolean.TRUE.equals(wish.automatic()),
                around.followUpOf(),
                at));
    }

    /** The names from outside that the new ticket claims for ever. */
    public static List<NaturalKey> keysOf(NewTicket wish) {
        return wish.source() == null || wish.externalId() == null
                ? List.of()
                : List.of(new NaturalKey("ticket/" + wish.source(), wish.externalId()));
    }

    private void check(NewTicket wish) {
        if ((wish.source() == null) != (wish.externalId() == null)) {
            throw Refused.field(wish.source() == null ? "source" : "externalId", "source and externalId go together");
        }
        if (when(wish).isAfter(clock.instant().plus(CLOCKS_MAY_DIFFER))) {
            throw Refused.field("occurredAt", "must not be in the future");
        }
    }

    /** In microseconds, as the database keeps them. */
    private Instant when(NewTicket wish) {
        return Objects.requireNonNullElseGet(wish.occurredAt(), clock::instant).truncatedTo(ChronoUnit.MICROS);
    }
}
