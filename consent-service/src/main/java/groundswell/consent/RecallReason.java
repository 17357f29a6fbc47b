package groundswell.consent;

import java.util.Locale;

/** Why a story must no longer be told. */
public enum RecallReason {
    CONSENT_WITHDRAWN,
    CONSENT_EXPIRED,
    BY_HAND;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
