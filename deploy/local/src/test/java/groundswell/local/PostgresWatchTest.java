package groundswell.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.stack.LocalPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresWatchTest {
    final CopyOnWriteArrayList<String> said = new CopyOnWriteArrayList<>();
    final AtomicInteger started = new AtomicInteger();

    @Test
    void a_killed_server_runs_again_on_its_port_with_its_data_and_a_stopped_one_stays_stopped(@TempDir Path home)
            throws Exception {
        try (var postgres = LocalPostgres.start(home)) {
            new PostgresWatch(postgres, said::add, started::incrementAndGet).start();
            for (int times = 1; times <= 2; times++) {
                var name = "kept" + times;
                postgres.createDatabase(name);
                var port = postgres.port();
                var killed = postgres.pid();

                ProcessHandle.of(killed).orElseThrow().destroyForcibly();

                var runs = times;
                await().atMost(Duration.ofMinutes(1)).until(() -> started.get() == runs);
                assertThat(postgres.pid()).isNotEqualTo(killed);
                assertThat(postgres.port()).isEqualTo(port);
                postgres.connect(name).close();
            }
            assertThat(said).hasSize(2).allMatch(line -> line.contains("runs again"));

            var last = ProcessHandle.of(postgres.pid()).orElseThrow();
            postgres.stop();
            last.onExit().join();
            assertThat(postgres.revive()).isFalse();
        }
        assertThat(started).hasValue(2);
    }
}
