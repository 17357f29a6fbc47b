package groundswell.journal;

import static groundswell.journal.JournalRefused.Reason.BUSY;
import static groundswell.journal.JournalRefused.Reason.REQUEST_IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoppedAppenderTest {
    static final Slots SLOTS = new Slots("stopped.events.v1", 2);

    @Test
    void when_one_appender_is_stopped_inside_its_transaction_and_another_killed_the_others_go_on() throws Exception {
        var database = (PGSimpleDataSource) JournalDatabase.fresh(SLOTS.topic(), SLOTS.partitions());
        var stopped = start(database, streamOf(0));
        var killed = start(database, streamOf(1));
        await("ready", stopped, killed);
        for (var process : List.of(stopped, killed)) {
            process.outputWriter().append('\n').flush();
        }
        await("inside", stopped, killed);
        assertThat(Positions.numbers(database, "select objid from pg_locks where locktype = 'advisory' and granted"))
                .as("both slots are held")
                .contains(0L, 1L);
        try (var journal = new Journal<>(database, Tally.definition(SLOTS), 2, SlotWatch.NONE);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            new ProcessBuilder("kill", "-STOP", Long.toString(stopped.pid()))
                    .start()
                    .waitFor();
            var jobs = IntStream.range(0, 8)
                    .mapToObj(i -> callers.submit(() -> appendTwenty(journal, "caller-" + i)))
                    .toList();
            killed.destroyForcibly().waitFor();
            for (var job : jobs) {
                job.get();
            }

            assertThat(Positions.events(database)).isEqualTo(8 * 20 + 2 * 5);
            Positions.assertDense(database, SLOTS);
        } finally {
            stopped.destroyForcibly().waitFor();
            killed.destroyForcibly();
        }
    }

    private static boolean appendTwenty(Journal<Tally.Wish, ?, ?> journal, String name) {
        for (int n = 0; n < 20; ) {
            try {
                journal.handle(Tally.add(name + "-" + n, 1));
                n++;
            } catch (JournalRefused e) {
                assertThat(e.reason()).isIn(BUSY, REQUEST_IN_PROGRESS);
            }
        }
        return true;
    }

    private static Process start(PGSimpleDataSource database, String stream) throws IOException {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StuckAppender.class.getName(),
                        database.getUrl(),
                        SLOTS.topic(),
                        Integer.toString(SLOTS.partitions()),
                        stream))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(String line, Process... processes) throws IOException {
        for (var process : processes) {
            assertThat(process.inputReader().readLine()).isEqualTo(line);
        }
    }

    private static String streamOf(int slot) {
        for (int i = 0; ; i++) {
            if (SLOTS.of("stuck-" + i) == slot) {
                return "stuck-" + i;
            }
        }
    }
}
