package groundswell.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceProcessTest {
    @TempDir
    Path folder;

    final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void a_service_that_dies_is_started_again_until_it_is_stopped() {
        try (var data = DataFolder.open(folder)) {
            var process = process(data, "exec sleep 600");
            process.start();
            var first = process.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().until(() -> process.pid() != first);
            assertThat(said).singleElement().asString().contains("ticket-service (process " + first + ")", "signal 9");

            var second = process.pid();
            process.stop();
            assertThat(ProcessHandle.of(second).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(data.pidFile(Service.TICKET)).doesNotExist();
        }
    }

    @Test
    void a_service_left_behind_is_ended_by_the_next_start_and_a_stranger_is_not() throws Exception {
        try (var data = DataFolder.open(folder)) {
            var left = new ProcessBuilder("sh", "-c", "while :; do sleep 0.1; done", ServiceCommand.mark(data)).start();
            var stranger = new ProcessBuilder("sleep", "600").start();
            try {
                java.nio.file.Files.writeString(data.pidFile(Service.TICKET), "" + left.pid());
                java.nio.file.Files.writeString(data.pidFile(Service.CONSENT), "" + stranger.pid());
                StaleServices.end(data, said::add);
                assertThat(left.isAlive()).isFalse();
                assertThat(stranger.isAlive()).isTrue();
            } finally {
                left.destroyForcibly();
                stranger.destroyForcibly();
            }
        }
    }

    private ServiceProcess process(DataFolder data, String script) {
        return new ServiceProcess(Service.TICKET, 1, new ProcessBuilder("sh", "-c", script), data, _ -> {}, said::add);
    }
}
