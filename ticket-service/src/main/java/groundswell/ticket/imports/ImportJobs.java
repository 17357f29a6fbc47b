package groundswell.ticket.imports;

import groundswell.journal.SqlFailure;
import groundswell.ticket.imports.ImportView.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The imports and how far they are. Whoever runs one holds it by a lease, so an import goes on when its server dies. */
@ApplicationScoped
public class ImportJobs {
    private static final int SHOWN_ERRORS = 200;
    private static final int KEPT_ERRORS = 1000;

    /** @param rowsRead where to go on */
    record Job(
            UUID id, String client, String format, @Nullable String mapping, boolean dryRun, long rowsRead) {}

    /** What became of the rows that were read together. */
    record Batch(long read, long opened, long existing, long refused, List<ImportError> errors) {}

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource database;
    private final UUID me = UUID.randomUUID();

    ImportJobs(DataSource database) {
        this.database = database;
    }

    void create(UUID id, String client, String format, @Nullable String mapping, boolean dryRun) {
        update(
                "insert into import_job (id, client, format, mapping, dry_run, state, created_at)"
                        + " values (?, ?, ?, ?, ?, 'receiving', clock_timestamp())",
                id,
                client,
                format,
                mapping,
                dryRun);
    }

    void received(UUID id, long bytes) {
        update("update import_job set state = 'waiting', bytes = ? where id = ?", bytes, id);
    }

    void drop(UUID id) {
        update("delete from import_job where id = ?", id);
    }

    /** Uploads that broke off long ago. */
    void dropBroken() {
        update(
                "delete from import_job where state = 'receiving' and created_at < clock_timestamp() - interval '1 day'");
    }

    /** The next import that nobody works on. */
    Optional<Job> claim() {
        return inTransaction(connection -> {
            try (var claim = connection.prepareStatement("update import_job set state = 'running', owner = ?,"
                    + " lease_until = clock_timestamp() + interval '30 s',"
                    + " started_at = coalesce(started_at, clock_timestamp()) where id = (select id from import_job"
                    + " where state in ('waiting', 'running') and lease_until < clock_timestamp()"
                    + " order by created_at limit 1 for update skip locked)"
                    + " returning id, client, format, mapping, dry_run, rows_read")) {
                claim.setObject(1, me);
                try (var row = claim.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Job(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getBoolean(5),
                                    row.getLong(6)))
                            : Optional.empty();
                }
            }
        });
    }

    /** Stores how far it is and holds it further on; false when another server has taken it over. */
    boolean advance(UUID id, Batch batch) {
        return inTransaction(connection -> {
            int held = execute(
                    connection,
                    "update import_job set rows_read = rows_read + ?, opened = opened + ?, existing = existing + ?,"
                            + " refused = refused + ?, lease_until = clock_timestamp() + interval '30 s'"
                            + " where id = ? and owner = ? and state = 'running'",
                    batch.read(),
                    batch.opened(),
                    batch.existing(),
                    batch.refused(),
                    id,
                    me);
            if (held == 1) {
                keep(connection, id, batch.errors());
            }
            return held == 1;
        });
    }

    private static void keep(Connection connection, UUID id, List<ImportError> errors) throws SQLException {
        try (var insert = connection.prepareStatement("insert into import_error (import_id, row, seq, field, message)"
                + " select ?, ?, ?, ?, ? where (select count(*) from import_error where import_id = ?) < " + KEPT_ERRORS
                + " on conflict do nothing")) {
            int seq = 0;
            for (var error : errors) {
                insert.setObject(1, id);
                insert.setLong(2, error.row());
                insert.setInt(3, seq++);
                insert.setString(4, error.field());
                insert.setString(5, error.message());
                insert.setObject(6, id);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Lets go of it, to be taken up again at once by whoever can. */
    void release(UUID id) {
        update("update import_job set lease_until = '-infinity' where id = ? and owner = ?", id, me);
    }

    /** The file is gone with its end. */
    void finish(UUID id, @Nullable String failure) {
        inTransaction(connection -> {
            execute(
                    connection,
                    "update import_job set state = ?, failure = ?, finished_at = clock_timestamp() where id = ? and owner = ?",
                    failure == null ? "finished" : "failed",
                    failure,
                    id,
                    me);
            return execute(connection, "delete from import_chunk where import_id = ?", id);
        });
    }

    Optional<ImportView> find(UUID id) {
        return inTransaction(connection -> {
            try (var query = connection.prepareStatement("select * from import_job where id = ?")) {
                query.setObject(1, id);
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(view(row, errors(connection, id))) : Optional.empty();
                }
            }
        });
    }

    List<ImportView> latest() {
        return inTransaction(connection -> {
            try (var query = connection.prepareStatement("select * from import_job order by created_at desc limit 50");
                    var rows = query.executeQuery()) {
                var views = new ArrayList<ImportView>();
                while (rows.next()) {
                    views.add(view(rows, List.of()));
                }
                return views;
            }
        });
    }

    private static List<ImportError> errors(Connection connection, UUID id) throws SQLException {
        try (var query = connection.prepareStatement("select row, field, message from import_error"
                + " where import_id = ? order by row, seq limit " + SHOWN_ERRORS)) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                var errors = new ArrayList<ImportError>();
                while (rows.next()) {
                    errors.add(new ImportError(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
                return errors;
            }
        }
    }

    private static ImportView view(ResultSet row, List<ImportError> errors) throws SQLException {
        return new ImportView(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("format"),
                row.getBoolean("dry_run"),
                row.getString("failure"),
                row.getLong("bytes"),
                new Rows(
                        row.getLong("rows_read"),
                        row.getLong("opened"),
                        row.getLong("existing"),
                        row.getLong("refused")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "finished_at"),
                errors);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void update(String sql, @Nullable Object... values) {
        inTransaction(connection -> execute(connection, sql, values));
    }

    private static int execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private <T> T inTransaction(Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
