package groundswell.consent;

import java.util.Locale;

/** What every ticket shows. Only {@link #GRANTED} allows anything, and only what was granted. */
public enum ConsentStatus {
    NOT_ASKED,
    ASKED,
    GRANTED,
    DECLINED,
    WITHDRAWN,
    EXPIRED;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
