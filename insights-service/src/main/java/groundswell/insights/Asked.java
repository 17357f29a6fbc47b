package groundswell.insights;

import groundswell.insights.InsightsRefused.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a query string asks for, and says what may be asked where it cannot. */
public final class Asked {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public static Window window(String code) {
        return Window.of(code)
                .orElseThrow(() -> new InsightsRefused(
                        Reason.UNKNOWN_WINDOW,
                        "Ask for one of "
                                + Stream.of(Window.values()).map(Window::code).collect(Collectors.joining(", "))
                                + "."));
    }

    /** Codes joined by commas, each once. */
    public static List<Dimension> dimensions(String codes) {
        var found = new ArrayList<Dimension>();
        for (var code : codes.split(",", -1)) {
            var dimension = Stream.of(Dimension.values())
                    .filter(d -> d.code().equals(code.strip()))
                    .findAny()
                    .orElseThrow(() -> new InsightsRefused(
                            Reason.UNKNOWN_DIMENSION,
                            "Ask for any of "
                                    + Stream.of(Dimension.values())
                                            .map(Dimension::code)
                                            .collect(Collectors.joining(", "))
                                    + ", joined by commas."));
            if (!found.contains(dimension)) {
                found.add(dimension);
            }
        }
        return found;
    }

    public static Measure measure(String code) {
        return Stream.of(Measure.values())
                .filter(m -> m.code().equals(code))
                .findAny()
                .orElseThrow(() -> new InsightsRefused(
                        Reason.UNKNOWN_MEASURE,
                        "Ask for one of "
                                + Stream.of(Measure.values()).map(Measure::code).collect(Collectors.joining(", "))
                                + "."));
    }

    /** Null stays null: no time was asked for. */
    public static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var time = Instant.parse(text);
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException _) {
            // answered below, as a time that nobody can mean
        }
        throw new InsightsRefused(
                Reason.UNREADABLE_TIME,
                "Write times from 1970 to 2199 as RFC 3339 in UTC, such as 2026-03-04T10:15:00Z.");
    }

    public static int limit(int asked, int most) {
        if (asked < 1 || asked > most) {
            throw new InsightsRefused(Reason.LIMIT_OUT_OF_RANGE, "Ask for 1 to " + most + " at once.");
        }
        return asked;
    }

    private Asked() {}
}
