package groundswell.consent;

import java.util.Locale;

/** How the customer wants to be spoken of. Anything beyond {@link #ANONYMOUS} needs {@link Scope#NAMED_REFERENCE}. */
public enum Credit {
    /** Industry and company size only. */
    ANONYMOUS,
    FIRST_NAME,
    FULL_NAME_AND_COMPANY;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
