package groundswell.ticket;

import java.util.Locale;

/** Why support alone can't help. Its wire word is its lower-case name. */
public enum EscalationReason {
    /** The product does not do what it should. */
    BUG,
    /** The product can't do what the customer needs. */
    MISSING_FUNCTIONALITY,
    /** A rule of the company stands in the way. */
    POLICY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
