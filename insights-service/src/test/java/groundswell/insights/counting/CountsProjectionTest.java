package groundswell.insights.counting;

import static groundswell.insights.counting.Counting.apply;
import static groundswell.insights.counting.Counting.newDatabase;
import static groundswell.insights.counting.Counting.recount;
import static groundswell.insights.counting.Counting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.counting.Recount.Result;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** On a real database: what two topics bring, in whatever order, is what a recount finds. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountsProjectionTest {
    static final int PARTITIONS = 4;

    final Topics topics = new Topics(new Random(7), 400, PARTITIONS);

    @Test
    void both_topics_and_all_partitions_at_once_give_what_a_recount_finds() throws Exception {
        var database = newDatabase();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int p = 0; p < PARTITIONS; p++) {
                for (var partition : List.of(topics.desk(p), topics.routing(p))) {
                    running.add(threads.submit(() -> apply(database, partition, new Random(3))));
                }
            }
            for (var consumer : running) {
                consumer.get();
            }
        }
        assertThat(recount(database))
                .isEqualTo(new Result(true, topics.counted(), recount(database).counts(), List.of()));
        assertThat(topics.counted()).isBetween(200, 380);
    }

    @Test
    void the_same_rows_come_out_whichever_topic_is_read_first() throws Exception {
        var deskFirst = newDatabase();
        var routingFirst = newDatabase();
        for (int p = 0; p < PARTITIONS; p++) {
            apply(deskFirst, topics.desk(p), new Random(1));
            apply(routingFirst, topics.routing(p), new Random(2));
        }
        for (int p = 0; p < PARTITIONS; p++) {
            apply(deskFirst, topics.routing(p), new Random(3));
            apply(routingFirst, topics.desk(p), new Random(4));
        }
        assertThat(rows(deskFirst)).isEqualTo(rows(routingFirst)).hasSizeGreaterThan(100);
        assertThat(recount(deskFirst).equal()).isTrue();
    }

    @Test
    void copies_of_records_count_once_and_a_rebuild_equals_what_was_kept_live() throws Exception {
        var live = newDatabase();
        var rebuilt = newDatabase();
        for (int p = 0; p < PARTITIONS; p++) {
            deliver(live, "tickets", withCopies(topics.desk(p)), 37);
            deliver(live, "routing", withCopies(topics.routing(p)), 11);
        }
        for (int p = 0; p < PARTITIONS; p++) {
            deliver(rebuilt, "routing", topics.routing(p), 1_000);
            deliver(rebuilt, "tickets", topics.desk(p), 1_000);
        }
        assertThat(rows(live)).isEqualTo(rows(rebuilt)).hasSizeGreaterThan(100);
        assertThat(recount(live)).isEqualTo(recount(rebuilt)).matches(Result::equal);
    }

    /** As a relay does that starts again from its checkpoint: the last ten come once more, then it goes on. */
    private static List<Delivery> withCopies(List<Delivery> events) {
        var sent = new ArrayList<Delivery>();
        for (int i = 0; i < events.size(); i++) {
            sent.add(events.get(i));
            if (i % 25 == 24) {
                sent.addAll(events.subList(i - 9, i + 1));
            }
        }
        return sent;
    }

    private static void deliver(DataSource database, String consumer, List<Delivery> events, int batch) {
        try (var inbox = new Inbox<>(consumer, database, new CountsProjection(), InboxSettings.USUAL)) {
            for (int from = 0; from < events.size(); from += batch) {
                var records = new ArrayList<ConsumerRecord<String, byte[]>>();
                for (int i = from; i < Math.min(events.size(), from + batch); i++) {
                    records.add(record(events.get(i), i));
                }
                var first = records.getFirst();
                inbox.accept(new ConsumerRecords<>(
                        Map.of(new TopicPartition(first.topic(), first.partition()), records), Map.of()));
            }
        }
    }

    private static ConsumerRecord<String, byte[]> record(Delivery event, long offset) {
        return new ConsumerRecord<>(
                event.topic(),
                event.partition(),
                offset,
                event.time().toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                event.key(),
                event.data(),
                Broker.headers(event),
                Optional.empty());
    }

    @Test
    void merged_themes_are_one_in_all_of_history() throws Exception {
        var database = newDatabase();
        for (int p = 0; p < PARTITIONS; p++) {
            apply(database, topics.desk(p), new Random(1));
            apply(database, topics.routing(p), new Random(2));
        }
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select string_agg(distinct theme, ' ' order by theme) from insights_count"
                                + " where tickets <> 0")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("billing-double-charge unclassified");
        }
        assertThat(recount(database).equal()).isTrue();
    }

    @Test
    void a_recount_names_a_count_that_is_wrong() throws Exception {
        var database = newDatabase();
        apply(database, topics.desk(0), new Random(1));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update insights_count set tickets = tickets + 1 where (starts, grain) ="
                    + " (select min(starts), 'day' from insights_count)");
        }
        var result = recount(database);
        assertThat(result.equal()).isFalse();
        assertThat(result.differences()).allSatisfy(difference -> {
            assertThat(difference.where()).contains(" day ");
            assertThat(difference.kept()).isEqualTo(difference.recounted() + 1);
        });
    }
}
