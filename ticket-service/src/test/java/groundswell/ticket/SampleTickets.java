package groundswell.ticket;

import groundswell.journal.seal.Sealed;
import groundswell.ticket.TicketEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The people, texts and facts that the tests talk about. */
final class SampleTickets {
    static final UUID TICKET = new UUID(0, 1), CUSTOMER = new UUID(0, 2), ADA = new UUID(0, 3), BEN = new UUID(0, 4);
    static final UUID MESSAGE = new UUID(0, 5), COMMAND = new UUID(0, 6);
    static final Sealed TEXT = new Sealed(CUSTOMER, "c2VhbGVk");
    static final Instant NOW = at("09:12");

    static final TicketOpened opened = openedAs("seats", "billing");
    static final TicketAssigned assignedToAda = new TicketAssigned(TICKET, "revenue", ADA, 1, null, NOW);
    static final TicketStarted started = new TicketStarted(TICKET, ADA, NOW);
    static final TicketReplied replied = new TicketReplied(TICKET, MESSAGE, ADA, TEXT, NOW);
    static final TicketPaused paused = new TicketPaused(TICKET, NOW);
    static final TicketResumed resumed = new TicketResumed(TICKET, NOW);
    static final CustomerReplied customerReplied = new CustomerReplied(TICKET, MESSAGE, TEXT, NOW);
    static final TicketResolved resolved =
            new TicketResolved(TICKET, ResolutionCode.FIXED, "billing", "invoice", ADA, NOW);
    static final TicketReopened reopened = new TicketReopened(TICKET, 1, NOW);
    static final TicketClosed closed = new TicketClosed(TICKET, ClosedHow.CONFIRMED, NOW);

    static TicketOpened openedAs(String... tags) {
        return new TicketOpened(
                TICKET,
                100_001,
                CUSTOMER,
                "acme",
                "team",
                "51-200",
                "retail",
                false,
                Channel.EMAIL,
                Priority.P3,
                List.of(tags),
                null,
                null,
                null,
                null,
                MESSAGE,
                TEXT,
                TEXT,
                TEXT,
                null,
                History.FIRST,
                0,
                false,
                false,
                null,
                NOW);
    }

    static Instant at(String time) {
        return LocalDate.of(2026, 1, 12).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private SampleTickets() {}
}
