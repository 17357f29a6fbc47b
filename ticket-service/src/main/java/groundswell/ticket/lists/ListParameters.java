package groundswell.ticket.lists;

import groundswell.ticket.Channel;
import groundswell.ticket.Priority;
import groundswell.ticket.TicketStatus;
import groundswell.ticket.http.Moment;
import groundswell.ticket.http.Refused;
import groundswell.ticket.lists.TicketQuery.Sort;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a list, as texts: so that one that is wrong is named, with what would be right. */
public class ListParameters {
    private static final int MOST = 200;
    private static final int MOST_VALUES = 100;

    @QueryParam("number")
    @Parameter(description = "TKT-4821, or 4821")
    @Nullable
    String number;

    @QueryParam("requester")
    @Parameter(description = "The requester's id")
    @Nullable
    String requester;

    @QueryParam("mergedInto")
    @Parameter(description = "Id of a ticket: those merged into it; none: those that are not merged")
    @Nullable
    String mergedInto;

    @QueryParam("status")
    @Parameter(description = "open, in_progress, pending, resolved, closed; may be repeated")
    List<String> status = List.of();

    @QueryParam("team")
    @Parameter(description = "Code of a team, or none; may be repeated")
    List<String> team = List.of();

    @QueryParam("assignee")
    @Parameter(description = "Id of an agent, or none; may be repeated")
    List<String> assignee = List.of();

    @QueryParam("priority")
    @Parameter(description = "P1 to P4; may be repeated")
    List<String> priority = List.of();

    @QueryParam("tag")
    @Parameter(description = "Repeated: all of them")
    List<String> tag = List.of();

    @QueryParam("channel")
    @Parameter(description = "email, chat, web_form, social, phone, api; may be repeated")
    List<String> channel = List.of();

    @QueryParam("createdFrom")
    @Parameter(description = "Inclusive, such as 2026-01-12T09:12:00Z")
    @Nullable
    String createdFrom;

    @QueryParam("createdTo")
    @Parameter(description = "Exclusive")
    @Nullable
    String createdTo;

    @QueryParam("updatedFrom")
    @Nullable
    String updatedFrom;

    @QueryParam("updatedTo")
    @Nullable
    String updatedTo;

    @QueryParam("sort")
    @DefaultValue("-created")
    @Parameter(description = "created, updated, priority; with a leading - descending")
    String sort = "-created";

    @QueryParam("after")
    @Parameter(description = "next of the page before")
    @Nullable
    String after;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "1 to 200", schema = @Schema(minimum = "1", maximum = "200"))
    String limit = "50";

    public TicketQuery query() {
        var order = code("sort", Sort.class, sort);
        return new TicketQuery(
                number == null ? null : whole("number", number.replaceFirst("(?i)^TKT-", ""), 1, Long.MAX_VALUE),
                requester == null ? null : id("requester", requester),
                mergedInto == null || mergedInto.equals("none") ? null : id("mergedInto", mergedInto),
                "none".equals(mergedInto),
                codes("status", TicketStatus.class, status, TicketStatus.UNOPENED),
                few("team", team),
                few("assignee", assignee).stream()
                        .filter(a -> !a.equals("none"))
                        .map(a -> id("assignee", a))
                        .toList(),
                assignee.contains("none"),
                codes("priority", Priority.class, priority, null),
                few("tag", tag),
                codes("channel", Channel.class, channel, null),
                time("createdFrom", createdFrom),
                time("createdTo", createdTo),
                time("updatedFrom", updatedFrom),
                time("updatedTo", updatedTo),
                order,
                after == null
                        ? null
                        : Cursor.read(after, order)
                                .orElseThrow(() -> Refused.field("after", "must be next of a page in the same order")),
                (int) whole("limit", limit, 1, MOST));
    }

    private static List<String> few(String name, List<String> values) {
        if (values.size() > MOST_VALUES || values.stream().anyMatch(v -> v.indexOf('\0') >= 0)) {
            throw Refused.field(name, "must be at most " + MOST_VALUES + " plain values");
        }
        return values;
    }

    private static <E extends Enum<E>> List<E> codes(
            String name, Class<E> type, List<String> values, @Nullable E never) {
        return few(name, values).stream()
                .map(value -> code(name, type, value, never))
                .toList();
    }

    private static <E extends Enum<E>> E code(String name, Class<E> type, String value) {
        return code(name, type, value, null);
    }

    private static <E extends Enum<E>> E code(String name, Class<E> type, String value, @Nullable E never) {
        var allowed = EnumSet.allOf(type);
        if (never != null) {
            allowed.remove(never);
        }
        return allowed.stream()
                .filter(code -> code.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> Refused.field(
                        name,
                        "must be one of "
                                + allowed.stream().map(Object::toString).collect(Collectors.joining(", "))));
    }

    private static UUID id(String name, String value) {
        return parse(name, value, UUID::fromString, "must be a UUID");
    }

    private static @Nullable Instant time(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        var time = parse(name, value, Instant::parse, Moment.RULE);
        if (!Moment.Check.holds(time)) {
            throw Refused.field(name, Moment.RULE);
        }
        return time;
    }

    private static long whole(String name, String value, long least, long most) {
        var message = most == Long.MAX_VALUE ? "must be a number" : "must be from %d to %d".formatted(least, most);
        long number = parse(name, value, Long::valueOf, message);
        if (number < least || number > most) {
            throw Refused.field(name, message);
        }
        return number;
    }

    private static <T> T parse(String name, String value, Function<String, T> parser, String message) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Refused.field(name, message);
        }
    }
}
