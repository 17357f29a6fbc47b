package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.flow.Flow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both plans that PostgreSQL may choose for a prepared statement; the planner is left to itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelayPollTest {
    final Flow flow = Flow.fresh(3);

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void the_poll_is_an_index_scan_without_a_sort(String mode) throws SQLException {
        fill();
        try (var connection = flow.database().getConnection()) {
            connection.createStatement().execute("set plan_cache_mode = " + mode);

            assertThat(plan(
                            connection,
                            EventReader.NEXT,
                            "'%s', 1, 4900, 2000, 8388608".formatted(flow.topic()),
                            "text, int, bigint, int, bigint"))
                    .contains("Index Scan using journal_event_1_pkey")
                    .doesNotContain("Sort")
                    .doesNotContain("Seq Scan");
            assertThat(plan(connection, EventReader.LAST, "array[0, 2], '%s'".formatted(flow.topic()), "int[], text"))
                    .contains("Index Only Scan Backward")
                    .doesNotContain("Sort")
                    .doesNotContain("Seq Scan");
        }
    }

    private void fill() {
        for (int partition = 0; partition < flow.partitions(); partition++) {
            flow.writer().append(partition, 5000);
        }
        flow.execute("vacuum analyze journal_event");
    }

    private static String plan(Connection connection, String sql, String arguments, String types) throws SQLException {
        var numbered = sql;
        for (int i = 1; numbered.contains("?"); i++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + i);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("prepare asked(" + types + ") as " + numbered);
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery("explain execute asked(" + arguments + ")")) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            statement.execute("deallocate asked");
            return String.join("\n", lines);
        }
    }
}
