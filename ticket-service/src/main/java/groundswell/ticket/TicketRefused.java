package groundswell.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket's rules say no. The reason is the last part of the problem's type, and its hint tells what to do instead. */
public final class TicketRefused extends RuntimeException {
    /** Why, and what the caller can do. */
    public enum Reason {
        NO_SUCH_TICKET("There is no such ticket", "Check the id; a list is at /api/tickets."),
        ALREADY_OPENED("The ticket exists already", "Take a new id."),
        NOT_STARTED("Nobody works on the ticket yet", "Start it, or reply to the customer, before it waits for them."),
        NOT_PENDING(
                "The ticket does not wait for the customer", "Only a pending or resolved ticket goes back to open."),
        NOT_CATEGORISED("Product area or issue type is missing", "Send productArea and issueType with the resolution."),
        NOT_RESOLVED("The ticket is not resolved", "Resolve it before it is closed."),
        ALREADY_RESOLVED("The ticket is resolved", "Reopen it with status open before it is changed."),
        ALREADY_CLOSED(
                "The ticket is closed", "Nothing can be changed any more; a customer's message opens a follow-up."),
        NEEDS_FOLLOW_UP("The ticket is closed", "The message belongs into a new ticket that is linked to this one."),
        RATING_VOID("The ticket was reopened since", "Once it is resolved again, it can be rated by a new link."),
        RATING_EXPIRED("The time to rate this resolution is over", "A resolution is rated within 30 days."),
        STALE_ASSIGNMENT("The ticket was assigned anew meanwhile", "Read the assignment revision and decide again."),
        TOO_MANY_TAGS("A ticket carries at most 50 tags", "Remove some first."),
        MERGED("The ticket was merged into another one", "Do it there, or undo the merge first."),
        INTO_ITSELF("A ticket cannot be merged into itself", "Name the ticket that shall go on in its place."),
        PARENT_MERGED("The other ticket was merged itself", "Merge this one into the ticket that goes on for both."),
        PARENT_AUTOMATIC(
                "The other ticket was written by a machine",
                "Merge that one into this one: a machine's ticket counts nowhere, and this one would not either."),
        PARENT_CLOSED("The other ticket is closed", "Only a ticket that is not closed can go on for another one."),
        HAS_CHILDREN(
                "Other tickets were merged into this one",
                "Undo those merges, and merge each of them, and then this one, into the other ticket."),
        OTHER_REQUESTER(
                "The tickets are of different requesters",
                "Only tickets of one requester can be merged: what one customer writes must not be shown to another.");

        private final String title;
        private final String hint;

        Reason(String title, String hint) {
            this.title = title;
            this.hint = hint;
        }

        public String title() {
            return title;
        }

        public String hint() {
            return hint;
        }

        /** The word on the wire, such as {@code already-closed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    private final @Nullable UUID instead;

    public TicketRefused(Reason reason) {
        this(reason, null);
    }

    /** @param instead the ticket to turn to */
    public TicketRefused(Reason reason, @Nullable UUID instead) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.instead = instead;
    }

    public Reason reason() {
        return reason;
    }

    /** The ticket to turn to, where there is one. */
    public Optional<UUID> instead() {
        return Optional.ofNullable(instead);
    }
}
