package groundswell.insights.documentation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** Whoever changes what is known of a day is alone with it until all of it is done, or nothing. */
@Singleton
class DayLock {
    /** Any number that no other lock of this database uses; beside it, the day. */
    private static final int LOCK = 74_185_301;

    /** No day that can be told is before 1970. */
    private static final int ALL_DAYS = -1;

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private final DataSource database;

    DayLock(DataSource database) {
        this.database = database;
    }

    <T> T day(LocalDate day, Work<T> work) throws SQLException {
        return alone("select pg_advisory_xact_lock(?, ?), pg_advisory_xact_lock_shared(?, ?)", work, day.toEpochDay());
    }

    /** Waits for everyone who changes a day; takes no longer than it must, as all others wait meanwhile. */
    <T> T all(Work<T> work) throws SQLException {
        return alone("select pg_advisory_xact_lock(?, ?)", work);
    }

    private <T> T alone(String sql, Work<T> work, long... days) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement(sql)) {
                int at = 0;
                for (long day : days) {
                    lock.setInt(++at, LOCK);
                    lock.setInt(++at, (int) day);
                }
                lock.setInt(++at, LOCK);
                lock.setInt(++at, ALL_DAYS);
                lock.execute();
                var done = work.in(connection);
                connection.commit();
                return done;
            } finally {
                connection.rollback(); // nothing is left of what did not come to its end
            }
        }
    }
}
