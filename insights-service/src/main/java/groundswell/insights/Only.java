package groundswell.insights;

import groundswell.insights.InsightsRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Narrows a count to the codes that are given; null means all. */
public record Only(
        @Nullable String theme,
        @Nullable String team,
        @Nullable String channel,
        @Nullable String plan,
        @Nullable String history) {
    private static final int LONGEST = 200;

    public static final Only ALL = new Only(null, null, null, null, null);

    public Only {
        requireCode(theme);
        requireCode(team);
        requireCode(channel);
        requireCode(plan);
        requireCode(history);
    }

    private static void requireCode(@Nullable String code) {
        if (code != null && (code.length() > LONGEST || code.chars().anyMatch(Character::isISOControl))) {
            throw new InsightsRefused(Reason.UNREADABLE_CODE, "Codes are short words without control characters.");
        }
    }

    /** The code as it is, or a refusal. */
    public static String code(String code) {
        requireCode(code);
        return code;
    }

    public static Only theme(String theme) {
        return new Only(theme, null, null, null, null);
    }

    public @Nullable String get(Dimension dimension) {
        return switch (dimension) {
            case THEME -> theme;
            case TEAM -> team;
            case CHANNEL -> channel;
            case PLAN -> plan;
            case HISTORY -> history;
        };
    }

    /** The same, with one dimension set to a code. */
    public Only with(Dimension dimension, String code) {
        return switch (dimension) {
            case THEME -> new Only(code, team, channel, plan, history);
            case TEAM -> new Only(theme, code, channel, plan, history);
            case CHANNEL -> new Only(theme, team, code, plan, history);
            case PLAN -> new Only(theme, team, channel, code, history);
            case HISTORY -> new Only(theme, team, channel, plan, code);
        };
    }
}
