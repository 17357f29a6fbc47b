package groundswell.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that outlived the JVM which started it, found by the pid file in its data folder. The caller must be the only
 * one who may use that folder.
 */
final class StalePostmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Ends it, then removes a pid file that points to nobody or to a stranger: with it, PostgreSQL would not start. */
    static void end(Path data) throws IOException {
        var pid = pidIn(data);
        if (pid.isEmpty()) return;
        var postmaster = ProcessHandle.of(pid.get()).filter(process -> serves(process, data));
        if (postmaster.isPresent()) {
            signal(postmaster.get(), "INT");
            if (!ended(postmaster.get())) {
                signal(postmaster.get(), "QUIT");
                if (!ended(postmaster.get())) postmaster.get().destroyForcibly();
            }
        }
        Files.deleteIfExists(pidFile(data));
    }

    static Optional<Long> pidIn(Path data) throws IOException {
        if (!Files.exists(pidFile(data))) return Optional.empty();
        var lines = Files.readAllLines(pidFile(data));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static boolean serves(ProcessHandle process, Path data) {
        try {
            var command = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            return command.contains("postgres") && command.contains(data.toString());
        } catch (IOException noProc) {
            return process.info().command().filter(c -> c.contains("postgres")).isPresent();
        }
    }

    private static void signal(ProcessHandle process, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    private StalePostmaster() {}
}
