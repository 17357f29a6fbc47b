package groundswell.consent;

import java.util.Locale;

/** The way an answer reached us. */
public enum Channel {
    /** The customer's own link. */
    LINK,
    /** A plain reply such as "yes, you may", confirmed by an agent. */
    REPLY,
    /** Told to us by another system for a ticket of the past. */
    IMPORT,
    /** Nobody: time has passed. */
    CLOCK;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
