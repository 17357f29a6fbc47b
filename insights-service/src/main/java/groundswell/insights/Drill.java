package groundswell.insights;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address of the tickets behind a number: every number has one (row I14).
 *
 * @param filters narrow it beyond the dimensions of a count, each by a code
 */
public record Drill(Measure measure, @Nullable Span span, Only only, Live live, Map<Filter, String> filters) {
    public Drill {
        filters = Map.copyOf(filters);
    }

    public Drill(Measure measure, @Nullable Span span, Only only, Live live) {
        this(measure, span, only, live, Map.of());
    }

    /** Whether only tickets count that are live now. */
    public enum Live {
        ANY,
        OPEN,
        UNASSIGNED
    }

    /** What a ticket can be picked by, beside its dimensions. */
    public enum Filter {
        /** It carries this tag. */
        TAG,
        /** It was opened in this mood: {@code upset}, {@code neutral}, {@code pleased} or {@code unknown}. */
        SENTIMENT,
        /** Support can't resolve it for this reason. */
        ESCALATION,
        /** It touches this theme and is mainly about another. */
        SECONDARY,
        /** Its customer rated it: {@code any}, or {@code unhappy} for a 1 or a 2. */
        RATING,
        /** Its customer wrote a sentence with this cue; the span is then of when that was written. */
        CUE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Drill opened(Span span, Only only) {
        return new Drill(Measure.OPENED, span, only, Live.ANY);
    }

    public static Drill opened(Span span, Only only, Filter filter, String code) {
        return new Drill(Measure.OPENED, span, only, Live.ANY, Map.of(filter, code));
    }

    /** @param reason null for all */
    public static Drill escalated(Span span, Only only, @Nullable String reason) {
        var filters = reason == null ? Map.<Filter, String>of() : Map.of(Filter.ESCALATION, reason);
        return new Drill(Measure.ESCALATED, span, only, Live.ANY, filters);
    }

    public static Drill live(Live live, Only only) {
        return new Drill(Measure.OPENED, null, only, live);
    }

    /** For programs. */
    public String api() {
        return "/api/insights/tickets" + query();
    }

    /** For people. */
    public String page() {
        return "/insights/tickets" + query();
    }

    /** Only the rows of the page for people, from a cursor on; from the start where it is empty. */
    public String rows(String after) {
        var query = query();
        var start = query.isEmpty() ? "?after=" : query + "&after=";
        return "/insights/tickets/rows" + start + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    private String query() {
        var query = new StringBuilder();
        if (measure != Measure.OPENED) {
            add(query, "measure", measure.code());
        }
        if (span != null) {
            add(query, "from", span.from().toString());
            add(query, "to", span.to().toString());
        }
        for (var dimension : Dimension.values()) {
            var code = only.get(dimension);
            if (code != null) {
                add(query, dimension.code(), code);
            }
        }
        for (var filter : Filter.values()) {
            var code = filters.get(filter);
            if (code != null) {
                add(query, filter.code(), code);
            }
        }
        switch (live) {
            case ANY -> {}
            case OPEN -> add(query, "live", "open");
            case UNASSIGNED -> add(query, "live", "unassigned");
        }
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
        query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
