package groundswell.ticket;

import java.util.Locale;

/** Where a customer reached us. Its wire word is its lower-case name. */
public enum Channel {
    EMAIL,
    CHAT,
    WEB_FORM,
    SOCIAL,
    PHONE,
    API;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
