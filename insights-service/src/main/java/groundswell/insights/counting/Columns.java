package groundswell.insights.counting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds rows to a statement as one array per column, so that a batch of any length is one statement. */
final class Columns<T> {
    private final Connection connection;
    private final PreparedStatement statement;
    private final Collection<T> rows;
    private int bound;

    Columns(Connection connection, PreparedStatement statement, Collection<T> rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    /** {@code type} is PostgreSQL's; times are written as ISO text, which it reads to the microsecond. */
    void add(String type, Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        @Nullable String[] values = new @Nullable String[rows.size()];
        int i = 0;
        for (var row : rows) {
            var v = value.apply(row);
            values[i++] = v == null ? null : v.toString();
        }
        statement.setArray(++bound, connection.createArrayOf(type, values));
    }
}
