package groundswell.insights.counting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables that counting writes, once more in a schema of their own. Constraints and indexes are copied with their names,
 * so that a later migration finds what an earlier one has made, whichever of the two it is.
 */
final class RebuildTables {
    static final String SCHEMA = "rebuild";

    private static final String RETIRED = "rebuild_retired";

    /** In the order in which readers come to them, so that few of them hold one while they wait for another. */
    private static final List<String> COUNTED = List.of(
            "insights_day_version",
            "insights_count_change",
            "insights_queue",
            "insights_count",
            "insights_tag_count",
            "insights_theme",
            "insights_team",
            "insights_theme_successor",
            "insights_ticket");

    /** Kept by other consumers too: only rows of theirs change places. */
    private static final List<String> SHARED = List.of("journal_inbox", "journal_parked");

    private static final String OPTIONS =
            "select array_to_string(reloptions, ', ') from pg_class where oid = ?::regclass and reloptions is not null";

    private static final String KEYS = """
            select format('alter table rebuild.%I add constraint %I %s', ?, conname, pg_get_constraintdef(oid))
            from pg_constraint where conrelid = ?::regclass and contype in ('p', 'u')""";

    private static final String INDEXES = """
            select replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON rebuild.') from pg_index i
            where i.indrelid = ?::regclass
                and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""";

    private static final String SHAPE = "select max(installed_rank)::text from public.flyway_schema_history";

    /** Whoever remembers sums of a day is to read it again, also where nothing is left of it. */
    private static final String TOUCH = """
            insert into rebuild.insights_day_version (measure, day, shard, version)
            select measure, day, -1, coalesce(sum(version), 0) + 1 from public.insights_day_version
            full join (select distinct measure, starts as day from public.insights_count where grain = 'day') c
                using (measure, day)
            group by measure, day""";

    private static final String BOOKMARKS = """
            insert into public.journal_inbox as i select * from rebuild.journal_inbox
            on conflict (consumer, topic, partition) do update set offset_ = excluded.offset_,
                position = excluded.position, positioned = excluded.positioned, gap_since = excluded.gap_since""";

    private static final String NEWLY_PARKED = """
            select count(*)::text from rebuild.journal_parked r where not exists (select from public.journal_parked p
                where (p.consumer, p.topic, p.partition, p.offset_) = (r.consumer, r.topic, r.partition, r.offset_))""";

    /** Empty ones; what an unfinished rebuild has left is dropped. Only the keys have indexes yet. */
    static void create(Connection connection) throws SQLException {
        drop(connection);
        run(connection, "create schema " + SCHEMA);
        for (var table : all()) {
            run(
                    connection,
                    "create table rebuild." + table + " (like public." + table + " including all excluding indexes)");
            for (var options : read(connection, OPTIONS, "public." + table)) {
                run(connection, "alter table rebuild." + table + " set (" + options + ")");
            }
            for (var key : read(connection, KEYS, table, "public." + table)) {
                run(connection, key);
            }
        }
    }

    /** Which migrations have made the live tables. */
    static String shape(Connection connection) throws SQLException {
        return read(connection, SHAPE).getFirst();
    }

    /** All other indexes: cheaper to make at once than to keep row by row. */
    static void index(Connection connection) throws SQLException {
        for (var table : COUNTED) {
            for (var index : read(connection, INDEXES, "public." + table)) {
                run(connection, index);
            }
            run(connection, "analyze rebuild." + table);
        }
    }

    /** Waits for whoever reads or writes them, as long as the transaction's lock timeout allows for each. */
    static void lock(Connection connection) throws SQLException {
        var live = COUNTED.stream().map(table -> "public." + table).collect(Collectors.joining(", "));
        run(connection, "lock table rebuild.journal_inbox, " + live + " in access exclusive mode");
    }

    /**
     * Puts them in the place of the live ones, within a transaction that has them locked.
     *
     * @return how many records were put aside that were not before
     */
    static String swap(Connection connection, List<String> consumers) throws SQLException {
        var newlyParked = read(connection, NEWLY_PARKED).getFirst();
        run(connection, TOUCH);
        run(connection, "create schema " + RETIRED);
        for (var table : COUNTED) {
            run(connection, "alter table public." + table + " set schema " + RETIRED);
            run(connection, "alter table rebuild." + table + " set schema public");
        }
        run(connection, BOOKMARKS);
        try (var delete = connection.prepareStatement("delete from public.journal_parked where consumer = any (?)")) {
            delete.setArray(1, connection.createArrayOf("text", consumers.toArray()));
            delete.executeUpdate();
        }
        run(connection, "insert into public.journal_parked select * from rebuild.journal_parked");
        drop(connection);
        return newlyParked;
    }

    static void drop(Connection connection) throws SQLException {
        run(connection, "drop schema if exists " + RETIRED + " cascade");
        run(connection, "drop schema if exists " + SCHEMA + " cascade");
    }

    private static List<String> all() {
        var all = new ArrayList<>(COUNTED);
        all.addAll(SHARED);
        return all;
    }

    private static List<String> read(Connection connection, String sql, String... values) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (var row = query.executeQuery()) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private RebuildTables() {}
}
