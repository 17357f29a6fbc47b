package groundswell.insights;

import java.util.Locale;

/** Where a ticket stands, in ticket-service's words. */
public enum Status {
    OPEN,
    IN_PROGRESS,
    PENDING,
    RESOLVED,
    CLOSED;

    /** Somebody still has to do something, the customer included. */
    public boolean live() {
        return this != RESOLVED && this != CLOSED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
