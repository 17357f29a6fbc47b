package groundswell.ticket.desk;

import groundswell.journal.Batcher;
import groundswell.journal.Outcome;
import groundswell.journal.SqlFailure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** How often somebody had come before: what makes a ticket the first or a repeat. */
@ApplicationScoped
public class EarlierTickets {
    private static final int TOGETHER = 128;
    private static final String COUNT = """
            select (select count(*) from journal_stream
                    where requester_id = asked.requester and created_at < asked.at and number is not null
                        and merged_into is null)
            from unnest(?::uuid[], ?::timestamptz[]) with ordinality asked (requester, at, place) order by place""";

    private record Question(UUID requesterId, Instant at) {}

    private final DataSource database;
    private final Batcher<Question, Integer> counting;

    EarlierTickets(DataSource database) {
        this.database = database;
        this.counting = new Batcher<>("earlier-tickets", TOGETHER, this::count);
    }

    @PreDestroy
    void stop() {
        counting.close();
    }

    public int before(UUID requesterId, Instant at) {
        return counting.call(new Question(requesterId, at));
    }

    /** Callers that come at the same time are answered by one statement. */
    private List<Outcome<Integer>> count(List<Question> questions) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(COUNT)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            questions.stream().map(Question::requesterId).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            questions.stream().map(q -> q.at().toString()).toArray()));
            try (var rows = query.executeQuery()) {
                var counts = new ArrayList<Outcome<Integer>>();
                while (rows.next()) {
                    counts.add(new Outcome.Done<>(rows.getInt(1)));
                }
                return counts;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    /** When each of them opened tickets: an import puts its own in between. */
    public Map<UUID, List<Instant>> times(Collection<UUID> requesters) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select requester_id, created_at from journal_stream"
                        + " where requester_id = any (?) and number is not null")) {
            query.setArray(1, connection.createArrayOf("uuid", requesters.toArray()));
            try (var rows = query.executeQuery()) {
                var times = new HashMap<UUID, List<Instant>>();
                while (rows.next()) {
                    times.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(rows.getObject(2, OffsetDateTime.class)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toInstant());
                }
                return times;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
