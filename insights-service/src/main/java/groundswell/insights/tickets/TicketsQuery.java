package groundswell.insights.tickets;

import groundswell.insights.Asked;
import groundswell.insights.Cue;
import groundswell.insights.Drill;
import groundswell.insights.Drill.Filter;
import groundswell.insights.Grain;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Only;
import groundswell.insights.Span;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query of a drill-down, the same for programs and for the page. */
public class TicketsQuery {
    private static final List<String> RATINGS = List.of("any", "unhappy"),
            CUES = Stream.of(Cue.values()).map(Cue::code).toList();

    @Parameter(
            description = "opened, taken, answered, resolved, reopened or escalated: which time must lie in the span")
    @RestQuery
    @Nullable
    String measure;

    @Parameter(description = "Start of the span, included")
    @RestQuery
    @Nullable
    String from;

    @Parameter(description = "End of the span, not included")
    @RestQuery
    @Nullable
    String to;

    @RestQuery
    @Nullable
    String theme;

    @RestQuery
    @Nullable
    String team;

    @RestQuery
    @Nullable
    String channel;

    @RestQuery
    @Nullable
    String plan;

    @Parameter(description = "first or repeat: whether the requester had written before")
    @RestQuery
    @Nullable
    String history;

    @Parameter(description = "Only tickets that carry this tag")
    @RestQuery
    @Nullable
    String tag;

    @Parameter(description = "upset, neutral, pleased or unknown: only tickets that were opened in this mood")
    @RestQuery
    @Nullable
    String sentiment;

    @Parameter(
            description =
                    "bug, missing_functionality or policy: only tickets that support can’t resolve for this reason")
    @RestQuery
    @Nullable
    String escalation;

    @Parameter(description = "Only tickets that touch this theme and are mainly about another")
    @RestQuery
    @Nullable
    String secondary;

    @Parameter(description = "any, or unhappy for a 1 or a 2: only tickets that their customer rated so")
    @RestQuery
    @Nullable
    String rating;

    @Parameter(
            description =
                    "cant_find, confusing, broken, slow, missing, too_expensive, security_worry, thanks, competitor or cancelling:"
                            + " only tickets in which their customer wrote so; from and to are then of when they did")
    @RestQuery
    @Nullable
    String cue;

    @Parameter(description = "open or unassigned: only tickets that are so now")
    @RestQuery
    @Nullable
    String live;

    @Parameter(description = "The next of the page before")
    @RestQuery
    @Nullable
    String after;

    Drill drill() {
        return new Drill(
                Asked.measure(measure == null ? "opened" : measure),
                span(),
                new Only(theme, team, channel, plan, history),
                live == null ? Drill.Live.ANY : live(live),
                filters());
    }

    private Map<Filter, String> filters() {
        var filters = new EnumMap<Filter, String>(Filter.class);
        put(filters, Filter.TAG, tag);
        put(filters, Filter.SENTIMENT, sentiment);
        put(filters, Filter.ESCALATION, escalation);
        put(filters, Filter.SECONDARY, secondary);
        put(filters, Filter.RATING, oneOf(rating, RATINGS));
        put(filters, Filter.CUE, oneOf(cue, CUES));
        return filters;
    }

    private static void put(Map<Filter, String> filters, Filter filter, @Nullable String code) {
        if (code != null) {
            filters.put(filter, Only.code(code));
        }
    }

    private static @Nullable String oneOf(@Nullable String code, List<String> known) {
        if (code != null && !known.contains(code)) {
            throw new InsightsRefused(
                    InsightsRefused.Reason.UNREADABLE_CODE, "Ask for one of " + String.join(", ", known) + ".");
        }
        return code;
    }

    /** Empty at the newest. */
    String begin() {
        return after == null ? "" : after;
    }

    @Nullable
    Cursor cursor() {
        return after == null || after.isEmpty() ? null : Cursor.parse(after);
    }

    /** Edges off the quarter hour are widened to it: that is how tickets are counted. */
    private @Nullable Span span() {
        var first = Asked.time(from);
        var last = Asked.time(to);
        if (first == null && last == null) {
            return null;
        }
        var start = Grain.QUARTER.floor(first == null ? Instant.EPOCH : first);
        var end = last == null ? Instant.parse("9999-12-31T00:00:00Z") : Grain.QUARTER.ceil(last);
        if (end.isBefore(start)) {
            throw new InsightsRefused(InsightsRefused.Reason.UNREADABLE_TIME, "Let from come before to.");
        }
        return new Span(start, end);
    }

    private static Drill.Live live(String code) {
        try {
            return Drill.Live.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new InsightsRefused(InsightsRefused.Reason.UNKNOWN_MEASURE, "Ask for live=open or live=unassigned.");
        }
    }
}
