package groundswell.insights;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The address of the tickets behind a number: every number has one (row I14).
 *
 * @param tag only tickets that carry it
 * @param sentiment only tickets that were opened in this mood
 * @param escalation only tickets that support can't resolve for this reason
 * @param secondary only tickets that touch this theme and are mainly about another
 */
public record Drill(
        Measure measure,
        @Nullable Span span,
        Only only,
        Live live,
        @Nullable String tag,
        @Nullable String sentiment,
        @Nullable String escalation,
        @Nullable String secondary) {
    public Drill(Measure measure, @Nullable Span span, Only only, Live live) {
        this(measure, span, only, live, null, null, null, null);
    }

    /** Whether only tickets count that are live now. */
    public enum Live {
        ANY,
        OPEN,
        UNASSIGNED
    }

    public static Drill opened(Span span, Only only) {
        return new Drill(Measure.OPENED, span, only, Live.ANY);
    }

    public static Drill tagged(Span span, String tag) {
        return new Drill(Measure.OPENED, span, Only.ALL, Live.ANY, tag, null, null, null);
    }

    /** @param sentiment {@code upset}, {@code neutral}, {@code pleased} or {@code unknown} */
    public static Drill opened(Span span, Only only, String sentiment) {
        return new Drill(Measure.OPENED, span, only, Live.ANY, null, sentiment, null, null);
    }

    /** @param reason null for all */
    public static Drill escalated(Span span, Only only, @Nullable String reason) {
        return new Drill(Measure.ESCALATED, span, only, Live.ANY, null, null, reason, null);
    }

    /** Those that touch a theme, and are mainly about another. */
    public static Drill touching(Span span, String theme) {
        return new Drill(Measure.OPENED, span, Only.ALL, Live.ANY, null, null, null, theme);
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
        if (tag != null) {
            add(query, "tag", tag);
        }
        if (sentiment != null) {
            add(query, "sentiment", sentiment);
        }
        if (escalation != null) {
            add(query, "escalation", escalation);
        }
        if (secondary != null) {
            add(query, "secondary", secondary);
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
