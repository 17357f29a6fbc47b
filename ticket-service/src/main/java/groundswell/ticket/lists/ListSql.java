package groundswell.ticket.lists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query for one page and one row more, which tells whether there is a next. Values travel as parameters only. */
record ListSql(String text, List<Object> values) {
    /** Any of these, as an array of this element type. */
    record Any(String type, List<?> values) {}

    static ListSql of(TicketQuery query) {
        var where = new Where();
        where.equal("number = ?", query.number());
        where.equal("requester_id = ?", query.requester());
        where.equal("merged_into = ?", query.mergedInto());
        where.merged(query);
        where.any("status = any (?)", "text", query.status());
        where.team(query.team());
        where.any("priority = any (?)", "text", query.priority());
        where.any("tags @> ?", "text", query.tag());
        where.any("channel = any (?)", "text", query.channel());
        where.assignee(query);
        where.time("created_at >= ?", query.createdFrom());
        where.time("created_at < ?", query.createdTo());
        where.time("updated_at >= ?", query.updatedFrom());
        where.time("updated_at < ?", query.updatedTo());
        var sort = query.sort();
        var cursor = query.after();
        if (cursor != null) {
            var cast = sort.column.equals("priority") ? "?" : "?::timestamptz";
            where.terms.add("(%s, stream_id) %s (%s, ?)".formatted(sort.column, sort.up ? ">" : "<", cast));
            where.values.add(cursor.value());
            where.values.add(cursor.id());
        }
        var order = sort.up ? "" : " desc";
        return new ListSql(
                "select stream_id, version, state::text from journal_stream where %s order by %s%s, stream_id%s limit %d"
                        .formatted(String.join(" and ", where.terms), sort.column, order, order, query.limit() + 1),
                where.values);
    }

    private static final class Where {
        final List<String> terms = new ArrayList<>(List.of("number is not null"));
        final List<Object> values = new ArrayList<>();

        void equal(String term, @Nullable Object value) {
            if (value != null) {
                terms.add(term);
                values.add(value);
            }
        }

        void time(String term, @Nullable Instant value) {
            equal(term, value == null ? null : value.atOffset(ZoneOffset.UTC));
        }

        void any(String term, String type, List<?> wanted) {
            equal(term, wanted.isEmpty() ? null : new Any(type, wanted));
        }

        /** {@code none}: nobody has decided on a team yet. */
        void team(List<String> wanted) {
            var teams = wanted.stream().filter(team -> !team.equals("none")).toList();
            if (teams.size() == wanted.size()) {
                any("team = any (?)", "text", teams);
            } else if (teams.isEmpty()) {
                terms.add("team is null");
            } else {
                any("(team is null or team = any (?))", "text", teams);
            }
        }

        void merged(TicketQuery query) {
            if (query.unmerged()) {
                terms.add("merged_into is null");
            }
        }

        void assignee(TicketQuery query) {
            if (query.unassigned() && query.assignee().isEmpty()) {
                terms.add("assignee_id is null");
            } else if (query.unassigned()) {
                any("(assignee_id is null or assignee_id = any (?))", "uuid", query.assignee());
            } else {
                any("assignee_id = any (?)", "uuid", query.assignee());
            }
        }
    }
}
