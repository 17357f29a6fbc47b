package groundswell.journal;

import static groundswell.journal.JournalRefused.Reason.REQUEST_MISMATCH;
import static groundswell.journal.JournalRefused.Reason.TOO_LARGE;
import static groundswell.journal.JournalRefused.Reason.VERSION_CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import groundswell.journal.Tally.NegativeRefused;
import groundswell.journal.Tally.Sum;
import groundswell.journal.Tally.Wish;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AppendingTest {
    static final Slots SLOTS = new Slots("tally.events.v1", 4);

    DataSource database;
    Journal<Wish, Sum, Tally.Fact> journal;

    @BeforeEach
    void open() {
        database = JournalDatabase.fresh(SLOTS.topic(), SLOTS.partitions());
        journal = new Journal<>(database, Tally.definition(SLOTS), 2, SlotWatch.NONE);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void of_32_writers_that_expect_the_same_version_one_wins_and_the_losers_write_nothing() throws Exception {
        var stream = UUID.randomUUID().toString();
        journal.handle(Tally.add(stream, 1));

        var outcomes = together(32, i -> journal.handle(Tally.add(stream, 10).expecting(1)));

        assertThat(outcomes).filteredOn(Handled.Appended.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(o -> o instanceof JournalRefused r && r.reason() == VERSION_CONFLICT)
                .hasSize(31);
        assertThat(journal.head(stream)).contains(new Head<>(stream, 2, new Sum(11, 2)));
        assertThat(journal.read(stream)).hasSize(2);
    }

    @Test
    void writers_of_two_instances_that_retry_make_dense_versions_without_a_deadlock() throws Exception {
        var streams = List.of("a", "b", "c");
        try (var second = new Journal<>(database, Tally.definition(SLOTS), 2, SlotWatch.NONE)) {
            var outcomes = together(24, i -> {
                var mine = i % 2 == 0 ? journal : second;
                for (int n = 0; n < 10; n++) {
                    appendRetrying(mine, streams.get((i + n) % streams.size()));
                }
                return "done";
            });
            assertThat(outcomes).containsOnly("done");
        }
        long events = 0;
        for (var stream : streams) {
            var versions = journal.read(stream).stream().map(Recorded::version).toList();
            assertThat(versions)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, versions.size()).boxed().toList());
            events += versions.size();
        }
        assertThat(events).isEqualTo(240);
        Positions.assertDense(database, SLOTS);
    }

    private static void appendRetrying(Journal<Wish, Sum, ?> journal, String stream) {
        while (true) {
            long seen = journal.head(stream).map(Head::version).orElse(0L);
            try {
                journal.handle(Tally.add(stream, 1).expecting(seen));
                return;
            } catch (JournalRefused e) {
                assertThat(e.reason()).isEqualTo(VERSION_CONFLICT);
            }
        }
    }

    @Test
    void one_refused_command_in_a_group_of_100_leaves_the_other_99_untouched() throws Exception {
        var group = IntStream.range(0, 100)
                .mapToObj(i -> Ask.of(Tally.add("s" + i, i == 50 ? -1 : 7)))
                .toList();
        var lane = new Lane<>(database, Tally.definition(SLOTS), SlotWatch.NONE);

        var outcomes = lane.serve(group);
        lane.close();

        assertThat(outcomes.get(50))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(NegativeRefused.class));
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(99);
        assertThat(Positions.events(database)).isEqualTo(99);
        assertThat(journal.head("s50")).isEmpty();
        Positions.assertDense(database, SLOTS);
    }

    @Test
    void a_command_that_breaks_the_whole_group_harms_only_itself() {
        var group = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> Ask.of(Tally.add("s" + i, 7)))
                .toList());
        var poison = new Submission<>(
                "s5", Wish.of(1), Submission.ANY, new Request("\0", "k", "f", 201), List.of(), Cause.of("test", "c"));
        group.set(5, Ask.of(poison));
        var lane = new Lane<>(database, Tally.definition(SLOTS), SlotWatch.NONE);

        var outcomes = lane.serve(group);
        lane.close();

        assertThat(outcomes.get(5)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(19);
        Positions.assertDense(database, SLOTS);
    }

    @Test
    void a_snapshot_that_can_no_longer_be_read_harms_only_its_own_stream() throws SQLException {
        journal.handle(Tally.add("s5", 1));
        try (var connection = database.getConnection()) {
            connection.createStatement().execute("update journal_stream set state = '[]' where stream_id = 's5'");
        }
        var group = IntStream.range(0, 20)
                .mapToObj(i -> Ask.of(Tally.add("s" + i, 7)))
                .toList();
        var lane = new Lane<>(database, Tally.definition(SLOTS), SlotWatch.NONE);

        var outcomes = lane.serve(group);

        assertThat(outcomes.get(5)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(19);
        assertThat(Positions.numbers(
                        database,
                        "select count(*) from pg_locks where locktype = 'advisory' and database ="
                                + " (select oid from pg_database where datname = current_database())"))
                .as("slots still held")
                .containsExactly(0L);
        lane.close();
        Positions.assertDense(database, SLOTS);
    }

    @Test
    void fifty_copies_of_a_request_have_one_effect_and_fifty_equal_answers() throws Exception {
        var outcomes = together(
                50,
                i -> journal.handle(
                        Tally.add(UUID.randomUUID().toString(), 5).with(new Request("shop", "key-1", "f", 201))));

        assertThat(outcomes).filteredOn(Handled.Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Handled.Repeated.class::isInstance).hasSize(49);
        assertThat(outcomes.stream().map(o -> ((Handled<?>) o).stream() + " " + ((Handled<?>) o).version()))
                .containsOnly(((Handled<?>) outcomes.getFirst()).stream() + " 1");
        assertThat(Positions.events(database)).isEqualTo(1);
    }

    @Test
    void the_same_key_for_another_request_is_refused() {
        journal.handle(Tally.add("a", 5).with(new Request("shop", "key-1", "one", 201)));

        assertThatExceptionOfType(JournalRefused.class)
                .isThrownBy(() -> journal.handle(Tally.add("b", 6).with(new Request("shop", "key-1", "two", 201))))
                .returns(REQUEST_MISMATCH, JournalRefused::reason);
        assertThat(Positions.events(database)).isEqualTo(1);
    }

    @Test
    void a_natural_key_belongs_to_the_first_stream_for_ever() throws Exception {
        var outcomes = together(
                20, i -> journal.handle(Tally.add("t" + i, 1).claiming(List.of(new NaturalKey("crm", "4711")))));

        var winner = outcomes.stream()
                .filter(Handled.Appended.class::isInstance)
                .map(o -> ((Handled<?>) o).stream())
                .toList();
        assertThat(winner).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Handled.Existing.class::isInstance)
                .hasSize(19)
                .allSatisfy(o -> assertThat(((Handled<?>) o).stream()).isEqualTo(winner.getFirst()));
        assertThat(Positions.events(database)).isEqualTo(1);
    }

    @Test
    void a_wish_already_fulfilled_writes_nothing() {
        journal.handle(Tally.add("a", 5));
        assertThat(journal.handle(Tally.add("a", 0))).isEqualTo(new Handled.Appended<>("a", 1, new Sum(5, 1), 0));
    }

    @Test
    void an_event_over_half_a_mebibyte_is_refused() {
        var large = Submission.of("a", new Wish(1, "x".repeat(600_000)), Cause.of("test", "c"));
        assertThatExceptionOfType(JournalRefused.class)
                .isThrownBy(() -> journal.handle(large))
                .returns(TOO_LARGE, JournalRefused::reason);
        assertThat(journal.head("a")).isEmpty();
    }

    @Test
    void a_stream_is_read_as_it_was_at_an_earlier_version() {
        for (int n = 1; n <= 5; n++) {
            journal.handle(Tally.add("a", n));
        }
        assertThat(journal.at("a", 3)).isEqualTo(new Head<>("a", 3, new Sum(6, 3)));
    }

    @Test
    void a_stream_is_loaded_by_an_index_scan_without_a_sort() throws SQLException {
        for (int n = 0; n < 200; n++) {
            journal.handle(Tally.add("s" + n, 1));
        }
        assertThat(Positions.plan(database, History.STREAM, SLOTS.topic(), SLOTS.of("s7"), "s7", Long.MAX_VALUE))
                .contains("Index Scan")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }

    private interface Job {
        Object run(int index) throws Exception;
    }

    /** Runs them all at once; an exception is an outcome too. */
    private static List<Object> together(int count, Job job) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = IntStream.range(0, count)
                    .<Callable<Object>>mapToObj(i -> () -> {
                        try {
                            return job.run(i);
                        } catch (RuntimeException e) {
                            return e;
                        }
                    })
                    .toList();
            var outcomes = new ArrayList<Object>();
            for (Future<Object> one : threads.invokeAll(jobs)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
