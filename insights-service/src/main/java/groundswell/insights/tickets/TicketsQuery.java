package groundswell.insights.tickets;

import groundswell.insights.Asked;
import groundswell.insights.Drill;
import groundswell.insights.Grain;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Only;
import groundswell.insights.Span;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query of a drill-down, the same for programs and for the page. */
public class TicketsQuery {
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
                tag == null ? null : Only.code(tag),
                sentiment == null ? null : Only.code(sentiment),
                escalation == null ? null : Only.code(escalation),
                secondary == null ? null : Only.code(secondary));
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
