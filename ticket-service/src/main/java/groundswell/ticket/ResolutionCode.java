package groundswell.ticket;

import java.util.Locale;

/** What the customer got in the end. Its wire word is its lower-case name. */
public enum ResolutionCode {
    FIXED,
    ANSWERED,
    WORKAROUND,
    DUPLICATE,
    CANNOT_RESOLVE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
