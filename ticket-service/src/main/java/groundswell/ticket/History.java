package groundswell.ticket;

import java.util.Locale;

/** Whether a ticket is the first its requester ever opened: first-time questions point at onboarding, repeats at the product. Its wire word is its lower-case name. */
public enum History {
    FIRST,
    REPEAT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
