package groundswell.insights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of something newsworthy, as a person says. */
public enum LeadOutcome {
    /** A story, a fix or a talk came of it. */
    ACTED_ON,
    /** It was not worth the look. */
    DISMISSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LeadOutcome> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
