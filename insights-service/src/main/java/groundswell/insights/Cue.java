package groundswell.insights;

import java.util.Locale;

/** What a customer's sentence gives away, whatever it is about (row I10). */
public enum Cue {
    CANT_FIND("can’t find it"),
    CONFUSING("find it confusing"),
    BROKEN("say it is broken"),
    SLOW("say it is slow"),
    MISSING("miss something"),
    TOO_EXPENSIVE("find it too expensive"),
    SECURITY_WORRY("worry about security"),
    THANKS("say thank you"),
    COMPETITOR("name an alternative"),
    CANCELLING("think of leaving");

    private final String label;

    Cue(String label) {
        this.label = label;
    }

    /** What customers do, as in "12 customers …". */
    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Cue of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
