package groundswell.insights.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Counts all tickets again from their rows and compares the result with every count we keep. One statement, so both
 * sides are seen at the same moment, however busy the consumers are.
 */
@ApplicationScoped
public class Recount {
    /** A count that is not what its tickets say; {@code where} reads {@code opened quarter 2026-01-05T09:00Z login …}. */
    public record Difference(String where, long kept, long recounted) {}

    /** @param differences empty where everything agrees; at most 20 are named */
    public record Result(boolean equal, long tickets, long counts, List<Difference> differences) {}

    private static final String COMPARE = """
            with place as (
                select measure, at, theme, team, channel, plan, history from insights_ticket,
                    lateral (values ('opened', opened_at), ('taken', least(assigned_at, resolved_at)),
                        ('answered', first_reply_at), ('resolved', resolved_at), ('escalated', escalated_at)) m (measure, at)
                where opened_at is not null and counted and at is not null
                union all
                select 'reopened', at, theme, team, channel, plan, history from insights_ticket, unnest(reopened_at) at
                where opened_at is not null and counted
            ), recount as (
                select measure, 'quarter' as grain, date_bin('15 minutes', at, 'epoch') as starts, theme, team, channel,
                    plan, history, count(*) as tickets from place group by 1, 2, 3, 4, 5, 6, 7, 8
                union all
                select measure, 'day', date_trunc('day', at, 'UTC'), theme, team, channel, plan, history, count(*)
                from place group by 1, 2, 3, 4, 5, 6, 7, 8
            ), live as (
                select team, count(*) as open, count(*) filter (where assignee is null) as unassigned,
                    count(*) filter (where status = 'pending') as pending
                from insights_ticket where counted and status in ('open', 'in_progress', 'pending') group by team
            ), compared as (
                select concat_ws(' ', measure, grain, to_char(starts at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'),
                    theme, team, channel, plan, history) as place, coalesce(c.tickets, 0) as kept,
                    coalesce(r.tickets, 0) as recounted
                from (select * from insights_count where tickets <> 0) c
                full join recount r using (measure, grain, starts, theme, team, channel, plan, history)
                union all
                select concat_ws(' ', 'tag', tag, to_char(starts at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')),
                    coalesce(c.tickets, 0), coalesce(r.tickets, 0)
                from (select * from insights_tag_count where tickets <> 0) c
                full join (select tag, date_bin('15 minutes', opened_at, 'epoch') as starts, count(*) as tickets
                    from insights_ticket, unnest(tags) tag where opened_at is not null and counted group by 1, 2) r using (tag, starts)
                union all
                select concat_ws(' ', 'queue', team, what), kept, recounted from (
                    select team, what, coalesce(q.n, 0) as kept, coalesce(l.n, 0) as recounted
                    from (select team, what, sum(n) as n from insights_queue, lateral (values ('open', open),
                        ('unassigned', unassigned), ('pending', pending)) v (what, n) group by 1, 2) q
                    full join (select team, what, n from live, lateral (values ('open', open),
                        ('unassigned', unassigned), ('pending', pending)) v (what, n)) l using (team, what)) both_sides
            )
            select place, kept, recounted, (select count(*) from insights_ticket where opened_at is not null and counted) as tickets,
                (select count(*) from compared) as counts
            from (select 1) one left join (select * from compared where kept <> recounted order by place limit 20) d on true
            """;

    private final DataSource database;

    Recount(DataSource database) {
        this.database = database;
    }

    public Result compare() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(COMPARE);
                var rows = query.executeQuery()) {
            var differences = new ArrayList<Difference>();
            long tickets = 0;
            long counts = 0;
            while (rows.next()) {
                tickets = rows.getLong("tickets");
                counts = rows.getLong("counts");
                if (rows.getString("place") != null) {
                    differences.add(
                            new Difference(rows.getString("place"), rows.getLong("kept"), rows.getLong("recounted")));
                }
            }
            return new Result(differences.isEmpty(), tickets, counts, differences);
        }
    }
}
