package groundswell.ticket.lists;

import groundswell.ticket.desk.Teams;
import groundswell.ticket.lists.TicketsPageView.Filter;
import groundswell.ui.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's form makes of the list's parameters: empty fields are sent too and mean nothing, dates are whole days
 * in UTC, and the last change comes first unless another order was asked for.
 */
record FilterForm(ListParameters parameters, Filter filter) {
    static FilterForm of(ListParameters asked) {
        var filter = new Filter(
                text(asked.number),
                first(asked.tag),
                text(asked.createdFrom),
                text(asked.createdTo),
                text(asked.updatedFrom),
                text(asked.updatedTo),
                text(asked.requester));
        asked.number = orNull(asked.number);
        asked.requester = orNull(asked.requester);
        asked.status = given(asked.status);
        asked.team = given(asked.team);
        asked.assignee = given(asked.assignee);
        asked.priority = given(asked.priority);
        asked.tag = given(asked.tag);
        asked.channel = given(asked.channel);
        asked.createdFrom = day(asked.createdFrom);
        asked.createdTo = day(asked.createdTo);
        asked.updatedFrom = day(asked.updatedFrom);
        asked.updatedTo = day(asked.updatedTo);
        asked.after = orNull(asked.after);
        return new FilterForm(asked, filter);
    }

    String status() {
        return first(parameters.status);
    }

    String team() {
        return first(parameters.team);
    }

    /** A team of that code, where not any and not none is meant. */
    @Nullable
    String namedTeam() {
        return team().isEmpty() || team().equals(Teams.NONE) ? null : team();
    }

    String assignee() {
        return first(parameters.assignee);
    }

    @Nullable
    UUID assigneeId() {
        try {
            return UUID.fromString(assignee());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    String priority() {
        return first(parameters.priority);
    }

    String channel() {
        return first(parameters.channel);
    }

    /** The same filters as a query string that ends with {@code &}, or nothing. */
    String query() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        given.put("number", parameters.number);
        given.put("requester", parameters.requester);
        given.put("status", status());
        given.put("team", team());
        given.put("assignee", assignee());
        given.put("priority", priority());
        given.put("tag", first(parameters.tag));
        given.put("channel", channel());
        given.put("createdFrom", filter.createdFrom());
        given.put("createdTo", filter.createdTo());
        given.put("updatedFrom", filter.updatedFrom());
        given.put("updatedTo", filter.updatedTo());
        given.put("sort", parameters.sort);
        return given.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + Ui.query(Objects.requireNonNull(entry.getValue())) + "&")
                .collect(Collectors.joining());
    }

    private static @Nullable String day(@Nullable String value) {
        var given = orNull(value);
        return given == null || given.length() != 10 ? given : given + "T00:00:00Z";
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static List<String> given(List<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst();
    }
}
