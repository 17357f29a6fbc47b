package groundswell.routing;

import java.util.Locale;

/** What a customer is promised a time for. */
public enum TimeTarget {
    /** From the opening until it is with a team; again from when it is with none any more. */
    TEAM,
    /** From the opening until a person has answered in public. */
    FIRST_REPLY,
    /** From the oldest message of the customer that nobody has answered, once there was a first reply. */
    NEXT_REPLY,
    /** From the opening, or a reopening, until it is resolved. */
    RESOLUTION;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
