package groundswell.insights;

import java.util.Locale;

/** What is counted, each at the time it happened in the world. */
public enum Measure {
    /** Tickets by the time they were opened; imported ones by their original time. */
    OPENED,
    /** Tickets by the time somebody took them, or they were resolved without: then they left the unassigned ones. */
    TAKEN,
    /** Tickets by the time of their first answer. */
    ANSWERED,
    /** Tickets by the time they were last resolved; a reopening takes the ticket out again. */
    RESOLVED,
    /** Reopenings, each at its time: a ticket that comes back twice counts twice. */
    REOPENED,
    /** Tickets by the time support first said that it can't resolve them; what is taken back is out again. */
    ESCALATED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
