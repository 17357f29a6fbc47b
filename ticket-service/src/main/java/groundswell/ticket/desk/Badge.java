package groundswell.ticket.desk;

import groundswell.ticket.Priority;
import groundswell.ticket.TicketStatus;

/** A dot and a word. Red ({@code bad}) means that somebody has to act now, and nothing else. */
public record Badge(String tone, String word) {
    /** Of a ticket in a list: one that was merged rests, whatever its status was. */
    public static Badge of(TicketView ticket) {
        return ticket.mergedInto() == null ? of(ticket.status()) : new Badge("", "Merged");
    }

    public static Badge of(TicketStatus status) {
        return switch (status) {
            case UNOPENED -> new Badge("", "Not opened");
            case OPEN -> new Badge("warn", "Open");
            case IN_PROGRESS -> new Badge("on", "In progress");
            case PENDING -> new Badge("", "Waiting for customer");
            case RESOLVED -> new Badge("ok", "Resolved");
            case CLOSED -> new Badge("", "Closed");
        };
    }

    public static Badge of(Priority priority) {
        return switch (priority) {
            case P1 -> new Badge("bad", "P1 Urgent");
            case P2 -> new Badge("warn", "P2 High");
            case P3 -> new Badge("", "P3 Normal");
            case P4 -> new Badge("", "P4 Low");
        };
    }

    /** @param status a code of consent-service; an unknown one is shown, never hidden */
    public static Badge ofConsent(String status) {
        return switch (status) {
            case "not_asked" -> new Badge("", "Not asked");
            case "asked" -> new Badge("on", "Asked");
            case "granted" -> new Badge("ok", "Granted");
            case "declined" -> new Badge("", "Declined");
            case "withdrawn" -> new Badge("warn", "Withdrawn");
            case "expired" -> new Badge("warn", "Expired");
            default -> new Badge("", status);
        };
    }
}
