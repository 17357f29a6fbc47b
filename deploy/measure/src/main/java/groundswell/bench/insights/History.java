package groundswell.bench.insights;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Invented tickets, counted: written straight into the tables that the counting keeps, whose shape they follow, and in the
 * order of time, as they would have come: the rows of a day lie together.
 */
final class History {
    private static final int A_DAY = 1_000;

    /** 200 themes, the first far more frequent than the last; what is older than two days is closed. */
    private static final String TICKETS = """
            insert into insights_ticket (ticket_id, number, opened_at, channel, plan, history, requester_id, tags, status,
                assignee, assigned_at, waiting_since, first_reply_at, resolved_at, reopened_at, read_theme, routed_team)
            select gen_random_uuid(), n, at, (array['email', 'chat', 'web_form', 'phone'])[1 + n %% 4],
                (array['free', 'team', 'business', 'enterprise'])[1 + n / 4 %% 4], (array['first', 'repeat'])[1 + n / 16 %% 2],
                gen_random_uuid(), '{}', case when at < now() - interval '2 days' then 'closed' else 'open' end,
                null, null, case when at < now() - interval '2 days' then null else at end,
                case when at < now() - interval '1 hour' then at + interval '40 minutes' end,
                case when at < now() - interval '2 days' then at + interval '1 day' end, '{}', 'theme-' || theme,
                (array['product', 'revenue', 'reliability'])[1 + theme %% 3]
            from (select n, now() - interval '1 minute' - random() * interval '%1$d days' - interval '%2$d days' as at,
                floor(200 * power(random(), 3))::int as theme from generate_series(%3$d, %4$d) n) drawn
            order by drawn.at""";

    private static final String COUNTS = """
            insert into insights_count (measure, grain, starts, theme, team, channel, plan, history, tickets)
            select measure, grain, case grain when 'day' then date_trunc('day', at, 'UTC')
                else date_bin('15 minutes', at, 'epoch') end, theme, team, channel, plan, history, count(*)
            from insights_ticket, (values ('day'), ('quarter')) g (grain), lateral (values ('opened', opened_at),
                ('taken', least(assigned_at, resolved_at)), ('answered', first_reply_at), ('resolved', resolved_at)) m (measure, at)
            where at is not null group by 1, 2, 3, 4, 5, 6, 7, 8 order by 3""";

    private static final String QUEUES = """
            insert into insights_queue select team, 0, count(*), count(*) filter (where assignee is null), 0 from insights_ticket
            where status = 'open' group by team""";

    /** Adds {@code days} of tickets that end {@code ago} days ago, counts all of it anew, and says that it has changed. */
    static void add(DataSource database, int days, int ago) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("truncate insights_count, insights_queue");
            statement.execute(TICKETS.formatted(days, ago, (long) ago * A_DAY + 1, (long) (ago + days) * A_DAY));
            statement.execute(COUNTS);
            statement.execute(QUEUES);
            statement.execute(
                    "insert into insights_day_version as v select distinct measure, starts, 0, 1"
                            + " from insights_count where grain = 'day' on conflict (measure, day, shard) do update set version = v.version + 1");
            statement.execute(
                    "insert into insights_count_change select 0, min(starts), 1 from insights_count"
                            + " where measure = 'opened' on conflict (shard) do update set since = excluded.since, changes = 2");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze insights_ticket");
            statement.execute("vacuum analyze insights_count");
            statement.execute("checkpoint"); // what was written at once is on the disk before anything is measured
        }
    }

    /** As if surges had been looked for in all of it. */
    static void takeAsSearched(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("delete from insights_count_change");
            statement.execute("update insights_surge_search set past_from = null, version = version + 1");
            connection.commit();
        }
    }

    /** Whether surges have been looked for in all of it. */
    static boolean searched(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select (select count(*) from insights_count_change) = 0"
                        + " and (select looked_to is not null and past_from is null from insights_surge_search)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private History() {}
}
