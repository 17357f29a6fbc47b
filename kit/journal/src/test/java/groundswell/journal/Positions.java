package groundswell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** What the tables hold, asked by SQL and not through the code under test. */
final class Positions {
    static long events(DataSource database) {
        return numbers(database, "select count(*) from journal_event").getFirst();
    }

    /** In each slot 1, 2, 3 … without a gap, and recorded in that order. */
    static void assertDense(DataSource database, Slots slots) {
        for (int slot = 0; slot < slots.partitions(); slot++) {
            var positions = numbers(
                    database,
                    "select position from journal_event where partition = " + slot + " order by recorded_at, position");
            assertThat(positions)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, positions.size()).boxed().toList());
        }
    }

    static List<Long> numbers(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            var numbers = new ArrayList<Long>();
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String plan(DataSource database, String sql, Object... parameters) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute("analyze");
            connection.createStatement().execute("set enable_seqscan = off; set enable_bitmapscan = off");
            try (var explain = connection.prepareStatement("explain " + sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    explain.setObject(i + 1, parameters[i]);
                }
                var lines = new StringBuilder();
                try (var row = explain.executeQuery()) {
                    while (row.next()) {
                        lines.append(row.getString(1)).append('\n');
                    }
                }
                return lines.toString();
            }
        }
    }

    private Positions() {}
}
