package groundswell.journal;

import groundswell.journal.inbox.InboxTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A service's append-only journal on PostgreSQL. Commands of concurrent callers are committed in groups; each gets its
 * own answer. Everything answered is durable, has a dense position in its slot, and will be relayed to Kafka.
 *
 * @param <C> command
 * @param <S> state of one stream
 * @param <E> event
 */
public final class Journal<C, S, E> implements AutoCloseable {
    /** Most commands of one commit: beyond that a group's own work outweighs the shared flush. */
    public static final int GROUP = 128;

    private interface Read<T extends @Nullable Object> {
        T from(Connection connection) throws SQLException;
    }

    private final DataSource database;
    private final JournalDefinition<C, S, E> definition;
    private final SlotWatch watch;
    private final Append<C, S, E> append;
    private final History<C, S, E> history;
    private final List<Lane<C, S, E>> lanes = new ArrayList<>();
    private final List<Batcher<Ask<C>, Handled<S>>> batchers = new ArrayList<>();

    /** @param lanes how many groups may be under way at once; each holds one connection */
    public Journal(DataSource database, JournalDefinition<C, S, E> definition, int lanes, SlotWatch watch) {
        this(database, definition, lanes, GROUP, watch);
    }

    /** @param group most commands of one commit; with 1 each is committed by itself */
    public Journal(DataSource database, JournalDefinition<C, S, E> definition, int lanes, int group, SlotWatch watch) {
        this.database = database;
        this.definition = definition;
        this.watch = watch;
        this.append = new Append<>(definition);
        this.history = new History<>(definition);
        for (int i = 0; i < lanes; i++) {
            var lane = new Lane<>(database, definition, watch);
            this.lanes.add(lane);
            batchers.add(new Batcher<>("journal-lane-" + i, group, lane::serve));
        }
    }

    /**
     * Decides and appends, and waits until that is durable: call it on a virtual thread.
     *
     * @throws JournalRefused with the reason and what to do
     * @throws Unanswered when the database does not answer, so that nobody knows; with a request key it is {@code
     *     REQUEST_IN_PROGRESS} instead, since that may safely be sent again
     * @throws RuntimeException whatever the decider threw to refuse the command
     */
    public Handled<S> handle(Submission<C> submission) {
        int slot = definition.slots().of(submission.stream());
        if (watch.refuses(slot)) {
            throw behindTopic();
        }
        try {
            return batchers.get(slot % batchers.size()).call(Ask.of(submission));
        } catch (Unanswered e) {
            if (submission.request() == null) {
                throw e;
            }
            throw new JournalRefused(
                    JournalRefused.Reason.REQUEST_IN_PROGRESS, "The first copy of this request is still under way");
        }
    }

    /**
     * Decides and appends inside an inbox's transaction: these events, the batch's other effects and its position stand
     * or fall together. Call it once per transaction, or the order of locks is lost.
     */
    public List<Outcome<Handled<S>>> handle(List<Submission<C>> submissions, InboxTransaction transaction)
            throws SQLException {
        for (var submission : submissions) {
            if (watch.refuses(definition.slots().of(submission.stream()))) {
                throw behindTopic();
            }
        }
        if (submissions.isEmpty()) {
            return List.of();
        }
        var outcomes = append.run(
                transaction.connection(), submissions.stream().map(Ask::of).toList(), false);
        transaction.afterCommit(() -> submissions.stream()
                .mapToInt(submission -> definition.slots().of(submission.stream()))
                .distinct()
                .forEach(watch::committed));
        return outcomes;
    }

    /** The stream's present state, or empty where there is no such stream. */
    public Optional<Head<S>> head(String stream) {
        return Optional.ofNullable(reading(connection -> history.head(connection, stream)));
    }

    /** What the stream was at an earlier version, folded from its events. */
    public Head<S> at(String stream, long version) {
        return reading(connection -> history.at(connection, stream, version));
    }

    /** Everything that happened in the stream, in order. */
    public List<Recorded<E>> read(String stream) {
        return reading(connection -> history.read(connection, stream, Long.MAX_VALUE));
    }

    /** A snapshot as {@code journal_stream.state} holds it, for lists that read many at once. */
    public S state(String json) {
        return history.state(json);
    }

    private <T extends @Nullable Object> T reading(Read<T> read) {
        try (var connection = database.getConnection()) {
            return read.from(connection);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The journal could not be read");
        }
    }

    private static JournalRefused behindTopic() {
        return new JournalRefused(
                JournalRefused.Reason.BEHIND_TOPIC,
                "This database is older than its topic; nothing is appended until an operator has recovered it");
    }

    /** Finishes what is waiting, then lets the connections go. */
    @Override
    public void close() {
        batchers.forEach(Batcher::close);
        lanes.forEach(Lane::close);
    }
}
