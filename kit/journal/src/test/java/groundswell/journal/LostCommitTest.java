package groundswell.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.Tally.Sum;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The connection breaks when everything has been sent, while the server has still to carry it out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LostCommitTest {
    static final Slots SLOTS = new Slots("lost.events.v1", 2);

    final DataSource database = JournalDatabase.fresh(SLOTS.topic(), SLOTS.partitions());
    final AtomicReference<Connection> serverSide = new AtomicReference<>();
    final Lane<Tally.Wish, Sum, Tally.Fact> lane =
            new Lane<>(Meddled.of(DataSource.class, database, this::losing), Tally.definition(SLOTS), SlotWatch.NONE);
    final Ask<Tally.Wish> ask = Ask.of(Tally.add("a", 5));

    @Test
    void a_commit_that_comes_late_is_found_and_nothing_is_written_twice() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var served = threads.submit(() -> lane.serve(List.of(ask)));
            await().until(() -> waitingForASlot() == 1);

            serverSide.get().commit();

            assertThat(served.get())
                    .containsExactly(new Outcome.Done<>(new Handled.Appended<>("a", 1, new Sum(5, 1), 1)));
        }
        assertThat(Positions.events(database)).isEqualTo(1);
        lane.close();
    }

    @Test
    void a_commit_that_never_comes_is_made_up_for_once_the_server_has_let_go_of_the_slot() {
        assertThat(lane.serve(List.of(ask)))
                .containsExactly(new Outcome.Done<>(new Handled.Appended<>("a", 1, new Sum(5, 1), 1)));

        assertThat(Positions.events(database)).isEqualTo(1);
        lane.close();
    }

    /** The first connection breaks at its commit; the later ones are sound. */
    private Object losing(String method, Object[] arguments, Meddled.Real real) throws Throwable {
        var result = real.proceed();
        if (serverSide.get() == null && result instanceof Connection connection) {
            serverSide.set(connection);
            return Meddled.of(Connection.class, connection, new Breaking(connection)::call);
        }
        return result;
    }

    private static final class Breaking {
        private final Connection connection;
        private boolean broken;

        Breaking(Connection connection) {
            this.connection = connection;
        }

        Object call(String method, Object[] arguments, Meddled.Real real) throws Throwable {
            if (broken) {
                throw new SQLException("broken", "08003");
            }
            if (method.equals("prepareStatement") && ((String) arguments[0]).endsWith(";commit")) {
                var sql = (String) arguments[0];
                var write = connection.prepareStatement(sql.substring(0, sql.length() - ";commit".length()));
                return Meddled.of(PreparedStatement.class, write, (name, _, sent) -> {
                    var result = sent.proceed();
                    if (name.equals("execute")) {
                        broken = true;
                        throw new SQLException("the answer is lost", "08006");
                    }
                    return result;
                });
            }
            return real.proceed();
        }
    }

    private long waitingForASlot() {
        return Positions.numbers(
                        database,
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                                + " (select oid from pg_database where datname = current_database())")
                .getFirst();
    }
}
