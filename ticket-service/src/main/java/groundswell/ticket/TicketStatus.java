package groundswell.ticket;

import java.util.Locale;

/** Where a ticket stands. Its wire word is its lower-case name. */
public enum TicketStatus {
    /** Nothing happened yet: the ticket does not exist. */
    UNOPENED,
    /** Somebody has to look at it. */
    OPEN,
    /** Somebody is on it. */
    IN_PROGRESS,
    /** The next word is the customer's; this time is not the agent's. */
    PENDING,
    /** Answered, as far as we know. The customer may disagree and reopen it. */
    RESOLVED,
    /** Over for good; a later word from the customer opens a follow-up. */
    CLOSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
