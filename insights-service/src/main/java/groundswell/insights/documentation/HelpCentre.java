package groundswell.insights.documentation;

import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what a help centre tells, a whole day at once: told again it changes nothing, told differently it is the other. */
@Singleton
public class HelpCentre {
    private static final String TOLD =
            "insert into insights_help_day (day) values (?) on conflict (day) do update set told_at = now()";

    private static final String VISITS = """
            insert into insights_help_visit (day, article, visits, visitors)
            select ?, * from unnest(?::text[], ?::bigint[], ?::bigint[])""";

    /** A title is as the latest day has it, in whichever order days are told. */
    private static final String ARTICLES = """
            insert into insights_help_article as a (told_for, article, title, theme)
            select ?, * from unnest(?::text[], ?::text[], ?::text[]) v (article, title, theme) order by article
            on conflict (article) do update set title = excluded.title, theme = excluded.theme, told_for = excluded.told_for
            where a.told_for <= excluded.told_for
                and (a.title, a.theme, a.told_for) is distinct from (excluded.title, excluded.theme, excluded.told_for)""";

    private static final String SEARCHES = """
            insert into insights_help_search (day, theme, term, searches, people, opened)
            select ?, '', * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[])""";

    /** What would be lost: numbers whose words, by which their theme was found, may be gone. */
    private static final String HAS_THEMES =
            "select 1 from insights_help_search where day = ? and (theme <> '' or term <> '') limit 1";

    private static final String KEPT = """
            select count(*) filter (where term <> ''), coalesce(sum(searches), 0),
                coalesce(sum(searches) filter (where term = ''), 0) from insights_help_search where day = ?""";

    /** @param inWords terms whose words are kept */
    record Kept(int inWords, long searches, long withoutWords) {}

    private final DayLock lock;

    HelpCentre(DayLock lock) {
        this.lock = lock;
    }

    void visited(LocalDate day, List<Visited> all) {
        alone(day, connection -> {
            run(connection, TOLD, day);
            run(connection, "delete from insights_help_visit where day = ?", day);
            insert(
                    connection,
                    VISITS,
                    day,
                    texts(connection, all, Visited::article),
                    numbers(connection, all, Visited::visits),
                    numbers(connection, all, Visited::visitors));
            insert(
                    connection,
                    ARTICLES,
                    day,
                    texts(connection, all, Visited::article),
                    texts(connection, all, Visited::title),
                    texts(connection, all, Visited::theme));
            Places.expect(connection, "article", texts(connection, all, Visited::article));
            return all.size();
        });
    }

    /**
     * A day whose words are too old to be kept stays as it is where its numbers are known by theme: told without words it
     * would lose them.
     */
    Kept searched(LocalDate day, SearchedDay told, boolean wordsAreKept) {
        var all = Stream.concat(told.terms().stream(), Stream.of(told.rare())).toList();
        return alone(day, connection -> {
            if (!wordsAreKept && isThere(connection, HAS_THEMES, day)) {
                return kept(connection, day);
            }
            run(connection, TOLD, day);
            run(connection, "delete from insights_help_search where day = ?", day);
            insert(
                    connection,
                    SEARCHES,
                    day,
                    texts(connection, all, Searched::term),
                    numbers(connection, all, Searched::searches),
                    numbers(connection, all, Searched::people),
                    numbers(connection, all, Searched::opened));
            Places.expect(connection, "term", texts(connection, all, Searched::term));
            return kept(connection, day);
        });
    }

    private static Kept kept(Connection connection, LocalDate day) throws SQLException {
        try (var query = connection.prepareStatement(KEPT)) {
            query.setDate(1, Date.valueOf(day));
            try (var row = query.executeQuery()) {
                row.next();
                return new Kept(row.getInt(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    private <T> T alone(LocalDate day, DayLock.Work<T> work) {
        try {
            return lock.day(day, work);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "What the help centre tells could not be kept");
        }
    }

    private static boolean isThere(Connection connection, String sql, LocalDate day) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setDate(1, Date.valueOf(day));
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void run(Connection connection, String sql, LocalDate day) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setDate(1, Date.valueOf(day));
            update.executeUpdate();
        }
    }

    private static void insert(Connection connection, String sql, LocalDate day, java.sql.Array... columns)
            throws SQLException {
        try (var insert = connection.prepareStatement(sql)) {
            insert.setDate(1, Date.valueOf(day));
            for (int i = 0; i < columns.length; i++) {
                insert.setArray(i + 2, columns[i]);
            }
            insert.executeUpdate();
        }
    }

    private static <T> java.sql.Array texts(Connection connection, List<T> all, Function<T, @Nullable String> of)
            throws SQLException {
        return connection.createArrayOf("text", all.stream().map(of).toArray());
    }

    private static <T> java.sql.Array numbers(Connection connection, List<T> all, Function<T, Long> of)
            throws SQLException {
        return connection.createArrayOf("bigint", all.stream().map(of).toArray());
    }
}
