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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps what a help centre tells, a whole day at once: told again it changes nothing, told differently it is the other. */
@Singleton
public class HelpCentre {
    /** Any number that no other lock of this database uses; beside it, the day. */
    private static final int LOCK = 74_185_301;

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

    private interface Work {
        void in(Connection connection) throws SQLException;
    }

    private final DataSource database;

    HelpCentre(DataSource database) {
        this.database = database;
    }

    void visited(LocalDate day, List<Visited> all) {
        alone(day, connection -> {
            clear(connection, "delete from insights_help_visit where day = ?", day);
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
        });
    }

    void searched(LocalDate day, SearchedDay told) {
        var all = Stream.concat(told.terms().stream(), Stream.of(told.rare())).toList();
        alone(day, connection -> {
            clear(connection, "delete from insights_help_search where day = ?", day);
            insert(
                    connection,
                    SEARCHES,
                    day,
                    texts(connection, all, Searched::term),
                    numbers(connection, all, Searched::searches),
                    numbers(connection, all, Searched::people),
                    numbers(connection, all, Searched::opened));
            Places.expect(connection, "term", texts(connection, all, Searched::term));
        });
    }

    /** Two who tell the same day do so one after the other. */
    private void alone(LocalDate day, Work work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
                lock.setInt(1, LOCK);
                lock.setInt(2, (int) day.toEpochDay());
                lock.execute();
                work.in(connection);
                connection.commit();
            } finally {
                connection.rollback(); // nothing is left of what did not come to its end
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "What the help centre tells could not be kept");
        }
    }

    private static void clear(Connection connection, String sql, LocalDate day) throws SQLException {
        try (var delete = connection.prepareStatement(sql)) {
            delete.setDate(1, Date.valueOf(day));
            delete.executeUpdate();
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
