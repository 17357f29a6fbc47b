package groundswell.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Appends groups for some of the slots, over a connection of its own, one commit a group. A group that fails as a whole
 * is tried again one by one, so a troublemaker harms nobody else.
 */
final class Lane<C, S, E> {
    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final int TRIES = 3;
    /**
     * A stopped instance must not hold a slot: its neighbours give up waiting, and the server ends its transaction. Plans
     * do not depend on the values here, and planning anew over all partitions costs more than the append itself.
     */
    private static final String SESSION = "set lock_timeout = '3s'; set idle_in_transaction_session_timeout = '5s';"
            + " set transaction_timeout = '10s'; set plan_cache_mode = force_generic_plan";

    private final DataSource database;
    private final JournalDefinition<C, S, E> definition;
    private final Append<C, S, E> append;
    private final SlotWatch watch;
    private @Nullable Connection connection;

    Lane(DataSource database, JournalDefinition<C, S, E> definition, SlotWatch watch) {
        this.database = database;
        this.definition = definition;
        this.append = new Append<>(definition);
        this.watch = watch;
    }

    List<Outcome<Handled<S>>> serve(List<Ask<C>> asks) {
        try {
            return commit(asks);
        } catch (SQLException e) {
            LOG.debugf("A group of %d failed with SQLSTATE %s", asks.size(), e.getSQLState());
            giveUp(e);
            return singly(asks, SqlFailure.connectionLost(e));
        } catch (RuntimeException e) { // such as a snapshot that can't be read
            LOG.debugf("A group of %d failed with %s", asks.size(), e.getClass().getName());
            giveUp(e);
            return singly(asks, false);
        }
    }

    private List<Outcome<Handled<S>>> singly(List<Ask<C>> asks, boolean perhapsCommitted) {
        var outcomes = new ArrayList<Outcome<Handled<S>>>(asks.size());
        for (var ask : asks) {
            outcomes.add(alone(ask, perhapsCommitted));
        }
        return outcomes;
    }

    /** While a commit's outcome is unknown the slot's lock is worth waiting for again: only behind it can one know. */
    private Outcome<Handled<S>> alone(Ask<C> ask, boolean perhapsCommitted) {
        var unknown = perhapsCommitted;
        for (int attempt = 1; ; attempt++) {
            try {
                var own = ownEvents(ask);
                return own != null
                        ? new Outcome.Done<>(own)
                        : commit(List.of(ask)).getFirst();
            } catch (SQLException e) {
                giveUp(e);
                var inVain = "55P03".equals(e.getSQLState()) && !unknown;
                if (attempt == TRIES || inVain || !SqlFailure.passes(e)) {
                    return new Outcome.Refused<>(refusal(ask, e));
                }
                unknown |= SqlFailure.connectionLost(e);
            } catch (RuntimeException e) {
                giveUp(e);
                return new Outcome.Refused<>(e);
            }
        }
    }

    private List<Outcome<Handled<S>>> commit(List<Ask<C>> asks) throws SQLException {
        var outcomes = append.run(connection(), asks, true);
        for (int i = 0; i < asks.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done<Handled<S>>(Handled.Appended<S> done) && done.events() > 0) {
                watch.committed(definition.slots().of(done.stream()));
            }
        }
        return outcomes;
    }

    /**
     * After a commit whose answer was lost: finding one's own events is success. Asked behind the slot's lock, because the
     * server may still be about to commit them, and holds the lock until it has.
     */
    private @Nullable Handled<S> ownEvents(Ask<C> ask) throws SQLException {
        var slots = definition.slots();
        var stream = ask.submission().stream();
        try (var query = connection()
                .prepareStatement(AppendSql.LOCK_SLOTS
                        + "; select max(version), count(*) from journal_event where topic = ? and partition = ?"
                        + " and stream_id = ? and event_id between ? and ?")) {
            query.setInt(1, slots.lockClass());
            query.setArray(2, connection().createArrayOf("int4", new Object[] {slots.of(stream)}));
            query.setString(3, slots.topic());
            query.setInt(4, slots.of(stream));
            query.setString(5, stream);
            query.setObject(6, ask.eventId(0));
            query.setObject(7, ask.eventId(63));
            query.execute();
            query.getMoreResults();
            try (var row = Objects.requireNonNull(query.getResultSet())) {
                row.next();
                long version = row.getLong(1);
                int events = row.getInt(2);
                if (events == 0) {
                    connection().rollback();
                    return null;
                }
                watch.committed(slots.of(stream));
                var state = new History<>(definition)
                        .at(connection(), stream, version)
                        .state();
                connection().rollback();
                return new Handled.Appended<>(stream, version, state, events);
            }
        }
    }

    private Connection connection() throws SQLException {
        var open = connection;
        if (open == null) {
            open = database.getConnection();
            open.setAutoCommit(false);
            try (var statement = open.createStatement()) {
                statement.execute(SESSION);
            }
            open.commit();
            connection = open;
        }
        return open;
    }

    /** Rolls back, or lets the connection go where that is not possible any more. */
    private void giveUp(Exception cause) {
        var open = connection;
        if (open == null) {
            return;
        }
        try {
            open.rollback();
            if (!(cause instanceof SQLException e && SqlFailure.connectionLost(e))) {
                return;
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        close();
    }

    private RuntimeException refusal(Ask<C> ask, SQLException e) {
        if ("55P03".equals(e.getSQLState()) && ask.submission().request() != null) {
            return new JournalRefused(
                    JournalRefused.Reason.REQUEST_IN_PROGRESS, "The first copy of this request is still under way");
        }
        return SqlFailure.refusal(e, "The append failed");
    }

    void close() {
        var open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("A connection could not be closed", e);
            }
        }
    }
}
