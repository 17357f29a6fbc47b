package groundswell.ticket;

import java.util.Locale;

/** Why a resolved ticket became closed. Kept and reported, since closing too early is the commonest mistake of support. */
public enum ClosedHow {
    /** The customer said that it works. */
    CONFIRMED,
    /** Nobody said anything for the agreed number of days. */
    QUIET,
    /** An agent decided so. */
    AGENT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
