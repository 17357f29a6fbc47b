package groundswell.insights;

import java.util.Locale;

/** By what a count can be told apart. */
public enum Dimension {
    THEME,
    TEAM,
    CHANNEL,
    PLAN,
    /** Whether the requester had written before: first-time questions point at onboarding, repeats at the product. */
    HISTORY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
