package groundswell.insights;

import java.util.Locale;
import java.util.stream.Stream;

/** Why support alone can't resolve a ticket, as ticket-service says it. */
public enum EscalationReason {
    BUG("A bug"),
    MISSING_FUNCTIONALITY("Missing functionality"),
    POLICY("A policy");

    private final String label;

    EscalationReason(String label) {
        this.label = label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** A reason that we do not know yet is shown as it is. */
    public static String label(String code) {
        return Stream.of(values())
                .filter(reason -> reason.code().equals(code))
                .map(EscalationReason::label)
                .findAny()
                .orElse(code);
    }
}
