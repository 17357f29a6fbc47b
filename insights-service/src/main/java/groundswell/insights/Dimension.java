package groundswell.insights;

import java.util.Locale;

/** By what a count can be told apart. */
public enum Dimension {
    THEME,
    TEAM,
    CHANNEL,
    PLAN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
