package groundswell.routing.sla;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Minutes as people write them: {@code 30 min}, {@code 8 h}, {@code 2 h 30 min}. Pure. */
final class MinutesText {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,5}) ?h(?:ours?)?)? ?(?:(\\d{1,6}) ?(?:m|min|minutes?)?)?");

    /** Nothing is written for nothing. */
    static String write(@Nullable Integer minutes) {
        if (minutes == null) return "";
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0) return rest + " min";
        return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
    }

    /**
     * A number alone is minutes; nothing but blanks is nothing.
     *
     * @throws IllegalArgumentException with what is wrong, for the person who wrote it
     */
    static @Nullable Integer read(String text) {
        var plain = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) return null;
        var match = WRITTEN.matcher(plain);
        if (!match.matches()) throw new IllegalArgumentException("must be such as 30 min, 8 h or 2 h 30 min");
        return number(match.group(1)) * 60 + number(match.group(2));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private MinutesText() {}
}
