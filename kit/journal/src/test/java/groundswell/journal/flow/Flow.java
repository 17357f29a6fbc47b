package groundswell.journal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.JournalDatabase;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxSettings;
import groundswell.journal.relay.RelaySettings;
import groundswell.stack.TestStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** A journal, a topic of its own and a projection behind an inbox; and what must be true of them in the end. */
public record Flow(DataSource database, String topic, int partitions, EventWriter writer) {
    private static final AtomicInteger TOPICS = new AtomicInteger();

    public static Flow fresh(int partitions) {
        var topic = "flow-" + ProcessHandle.current().pid() + "-" + TOPICS.incrementAndGet();
        var database = JournalDatabase.fresh(topic, partitions);
        Tallying.createTables(database);
        return new Flow(database, topic, partitions, new EventWriter(database, topic));
    }

    public static String bootstrap() {
        return TestStack.shared().bootstrapServers();
    }

    public RelaySettings settings(String owner) {
        return RelaySettings.of(topic, partitions, "/test", owner, Map.of("bootstrap.servers", bootstrap()))
                .withLease(Duration.ofSeconds(1));
    }

    public Inbox<List<Delivery>> inbox() {
        return inbox(new Tallying());
    }

    public <P> Inbox<P> inbox(BatchPolicy<P> policy) {
        return new Inbox<>("tally", database, policy, new InboxSettings(Duration.ofMillis(2), Duration.ofMillis(50)));
    }

    public TopicLog log() {
        return TopicLog.of(bootstrap(), topic);
    }

    public long number(String sql) {
        return numbers(sql).getFirst();
    }

    public List<Long> numbers(String sql) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long appended(int partition) {
        return number("select count(*) from journal_event where partition = " + partition);
    }

    /** True once the checkpoints have reached the journal's ends. */
    public boolean isRelayed() {
        return number("select coalesce(sum(relayed), 0) from journal_relay")
                == number("select count(*) from journal_event");
    }

    /** Every position is on the topic, none before its predecessor, and what follows the last restart has no copy. */
    public void assertTopicIsComplete() {
        var log = log();
        for (int partition = 0; partition < partitions; partition++) {
            var positions = log.positions(partition);
            var furthest = 0L;
            var restart = 0;
            for (int i = 0; i < positions.size(); i++) {
                assertThat(positions.get(i)).isLessThanOrEqualTo(furthest + 1);
                furthest = Math.max(furthest, positions.get(i));
                restart = i > 0 && positions.get(i) <= positions.get(i - 1) ? i : restart;
            }
            assertThat(furthest).isEqualTo(appended(partition));
            if (!positions.isEmpty()) {
                var tail = positions.subList(restart, positions.size());
                assertThat(tail)
                        .containsExactlyElementsOf(LongStream.rangeClosed(tail.getFirst(), furthest)
                                .boxed()
                                .toList());
            }
        }
    }

    /** The projection holds each event of the journal once, applied in order. */
    public void assertTallyEqualsJournal() {
        assertThat(number("select count(*) from tally_event")).isEqualTo(number("select count(*) from journal_event"));
        assertThat(number("""
                select count(*) from tally_event t full join journal_event e using (partition, position)
                where t.event_id is distinct from e.event_id""")).isZero();
        assertThat(number("""
                select count(*) from (select nth, lag(nth) over (partition by partition order by position) as before
                                      from tally_event) t where nth < before""")).isZero();
        assertThat(number("""
                select count(*) from tally_stream t full join (
                    select stream_id, count(*) as events, sum(version) as versions, max(version) as last
                    from journal_event group by stream_id) e on e.stream_id = t.stream
                where (t.events, t.versions, t.last) is distinct from (e.events, e.versions, e.last)""")).isZero();
    }
}
