package groundswell.consent.importing;

import groundswell.consent.ConsentStatus;
import groundswell.consent.Scope;
import groundswell.consent.journal.DatabaseAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Answers as told, each once, with what became of them. A row waits here until its ticket's events have arrived. */
@ApplicationScoped
class ImportedAnswers {
    /** A row whose ticket is known by now. */
    record Ready(long id, ToldAnswer answer, UUID ticketId, UUID requesterId) {}

    record Tally(long waiting, long applied, long refused) {}

    private static final String NOTE =
            "insert into imported_answer (source, external_id, answer, scopes, how, until, at,"
                    + " noted_at) select u.*, ? from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::timestamptz[], ?::timestamptz[]) u on conflict do nothing";
    // Oldest answer first, so that a grant comes before its withdrawal; one row of a ticket at a time.
    private static final String READY = "select distinct on (k.ticket_id) a.*, k.ticket_id, k.requester_id"
            + " from imported_answer a join known_ticket k on k.source = a.source and k.external_id = a.external_id"
            + " where a.outcome = 'waiting' order by k.ticket_id, a.at, a.id limit ?";
    private static final String DONE = "update imported_answer set outcome = ?, reason = ? where id = ?";
    private static final String TALLY = "select outcome, count(*) from imported_answer group by outcome";

    private final DataSource database;

    ImportedAnswers(DataSource database) {
        this.database = database;
    }

    /** @return how many are new */
    int note(List<ToldAnswer> answers, Instant now) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(NOTE)) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setArray(
                    2,
                    texts(connection, answers.stream().map(ToldAnswer::source).toList()));
            insert.setArray(
                    3,
                    texts(
                            connection,
                            answers.stream().map(ToldAnswer::externalId).toList()));
            insert.setArray(
                    4,
                    texts(
                            connection,
                            answers.stream().map(a -> a.answer().toString()).toList()));
            insert.setArray(
                    5,
                    texts(
                            connection,
                            answers.stream().map(ImportedAnswers::scopes).toList()));
            insert.setArray(
                    6, texts(connection, answers.stream().map(ToldAnswer::how).toList()));
            insert.setArray(
                    7, times(connection, answers.stream().map(ToldAnswer::until).toArray(Instant[]::new)));
            insert.setArray(
                    8, times(connection, answers.stream().map(ToldAnswer::at).toArray(Instant[]::new)));
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    List<Ready> ready(int limit) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(READY)) {
            query.setInt(1, limit);
            var found = new ArrayList<Ready>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var until = row.getTimestamp("until");
                    found.add(new Ready(
                            row.getLong("id"),
                            new ToldAnswer(
                                    row.getString("source"),
                                    row.getString("external_id"),
                                    ConsentStatus.valueOf(
                                            row.getString("answer").toUpperCase(Locale.ROOT)),
                                    scopes(row.getString("scopes")),
                                    row.getString("how"),
                                    until == null ? null : until.toInstant(),
                                    row.getTimestamp("at").toInstant()),
                            row.getObject("ticket_id", UUID.class),
                            row.getObject("requester_id", UUID.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    /** @param refusal code; null where it was applied */
    void done(long id, @Nullable String refusal) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(DONE)) {
            update.setString(1, refusal == null ? "applied" : "refused");
            update.setString(2, refusal);
            update.setLong(3, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    Tally tally() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(TALLY);
                var row = query.executeQuery()) {
            long waiting = 0;
            long applied = 0;
            long refused = 0;
            while (row.next()) {
                switch (row.getString(1)) {
                    case "waiting" -> waiting = row.getLong(2);
                    case "applied" -> applied = row.getLong(2);
                    default -> refused = row.getLong(2);
                }
            }
            return new Tally(waiting, applied, refused);
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    private static java.sql.Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static java.sql.Array times(Connection connection, @Nullable Instant[] values) throws SQLException {
        return connection.createArrayOf(
                "timestamptz",
                Arrays.stream(values).map(v -> v == null ? null : v.toString()).toArray());
    }

    private static String scopes(ToldAnswer answer) {
        return answer.scopes().stream().map(Scope::toString).collect(Collectors.joining(","));
    }

    private static List<Scope> scopes(String codes) {
        return codes.isEmpty()
                ? List.of()
                : Arrays.stream(codes.split(","))
                        .map(c -> Scope.valueOf(c.toUpperCase(Locale.ROOT)))
                        .toList();
    }
}
