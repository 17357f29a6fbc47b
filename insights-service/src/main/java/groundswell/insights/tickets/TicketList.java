package groundswell.insights.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Drill.Filter;
import groundswell.insights.Measure;
import groundswell.insights.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which tickets a number counts, newest first; paged by time and id, so that a page stays the same while tickets arrive. */
@ApplicationScoped
public class TicketList {
    /** One of them. {@code at} is when it happened that it is counted for. */
    public record Item(
            UUID id,
            String number,
            Instant at,
            Instant openedAt,
            @Nullable Instant resolvedAt,
            Status status,
            String theme,
            String team,
            String channel,
            String plan) {
        /** Its page. */
        @JsonProperty
        public String link() {
            return "/tickets/" + id;
        }
    }

    /** {@code next} is where to go on; null at the end. */
    public record Page(List<Item> items, @Nullable Cursor next) {}

    private final DataSource database;

    TicketList(DataSource database) {
        this.database = database;
    }

    public Page page(Drill drill, @Nullable Cursor after, int limit) {
        var at = column(drill.measure());
        var sql = new StringBuilder(
                        "select ticket_id, number, opened_at, resolved_at, status, theme, team, channel, plan, ")
                .append(at)
                .append(" as at from insights_ticket")
                .append(drill.measure() == Measure.REOPENED ? ", unnest(reopened_at) reopening" : "")
                .append(" where opened_at is not null and counted and ")
                .append(at)
                .append(" is not null");
        var values = new ArrayList<Object>();
        var cue = drill.filters().get(Filter.CUE);
        if (cue != null) {
            sql.append(
                    " and exists (select from insights_cue c where c.ticket_id = insights_ticket.ticket_id and c.cue = ?");
            values.add(cue);
            if (drill.span() != null) {
                sql.append(" and c.written_at >= ?::timestamptz and c.written_at < ?::timestamptz");
                values.add(drill.span().from().toString());
                values.add(drill.span().to().toString());
            }
            sql.append(")");
        } else if (drill.span() != null) {
            sql.append(" and %1$s >= ?::timestamptz and %1$s < ?::timestamptz".formatted(at));
            values.add(drill.span().from().toString());
            values.add(drill.span().to().toString());
        }
        for (var dimension : Dimension.values()) {
            var code = drill.only().get(dimension);
            if (code != null) {
                sql.append(" and ").append(dimension.code()).append(" = ?");
                values.add(code);
            }
        }
        if (drill.measure() == Measure.REOPENED) {
            sql.append(" and cardinality(reopened_at) > 0");
        }
        drill.filters().forEach((filter, code) -> narrow(filter, code, sql, values));
        switch (drill.live()) {
            case ANY -> {}
            case OPEN -> sql.append(" and status in ('open', 'in_progress', 'pending')");
            case UNASSIGNED -> sql.append(" and status in ('open', 'in_progress', 'pending') and assignee is null");
        }
        if (after != null) {
            sql.append(" and (%s, ticket_id) < (?::timestamptz, ?::uuid)".formatted(at));
            values.add(after.at().toString());
            values.add(after.id().toString());
        }
        sql.append(" order by ")
                .append(at)
                .append(" desc, ticket_id desc limit ")
                .append(limit + 1);
        return read(sql.toString(), values, limit);
    }

    private static void narrow(Filter filter, String code, StringBuilder sql, List<Object> values) {
        var condition = switch (filter) {
            case TAG -> "tags @> array[?]::text[]";
            case SENTIMENT ->
                "exists (select from insights_text x where x.ticket_id = insights_ticket.ticket_id"
                        + " and x.subject_box is not null and x.sentiment = ?)";
            case ESCALATION -> "escalation = ?";
            case SECONDARY -> "read_secondary <> '{}' and read_secondary @> array[?]::text[]";
            case RATING -> "score <= case ? when 'unhappy' then 2 else 5 end";
            case CUE -> ""; // has a time of its own
        };
        if (!condition.isEmpty()) {
            sql.append(" and ").append(condition);
            values.add(code);
        }
    }

    private Page read(String sql, List<Object> values, int limit) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            try (var rows = query.executeQuery()) {
                var items = new ArrayList<Item>();
                while (rows.next() && items.size() < limit) {
                    items.add(item(rows));
                }
                if (items.size() < limit || rows.isAfterLast()) {
                    return new Page(items, null);
                }
                var last = items.getLast();
                return new Page(items, new Cursor(last.at(), last.id()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tickets could not be read", e);
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("ticket_id", UUID.class),
                "TKT-" + row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("resolved_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                Status.of(row.getString("status")),
                row.getString("theme"),
                row.getString("team"),
                row.getString("channel"),
                row.getString("plan"));
    }

    private static String column(Measure measure) {
        return switch (measure) {
            case OPENED -> "opened_at";
            case TAKEN -> "least(assigned_at, resolved_at)";
            case ANSWERED -> "first_reply_at";
            case RESOLVED -> "resolved_at";
            case REOPENED -> "reopening";
            case ESCALATED -> "escalated_at";
        };
    }
}
