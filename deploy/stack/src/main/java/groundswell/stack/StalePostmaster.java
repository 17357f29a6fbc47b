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

    /**
     * Ends it, and the sessions of one that was killed, which may be busy a little longer. A pid file that points to a
     * stranger is removed, for PostgreSQL would not start with it.
     */
    static void end(Path data) throws IOException {
        var process = pidIn(data).flatMap(ProcessHandle::of).orElse(null);
        if (process != null && serves(process, data)) {
            signal(process, "INT");
            if (!ended(process)) {
                signal(process, "QUIT");
                if (!ended(process)) process.destroyForcibly();
            }
        } else if (process != null) {
            Files.deleteIfExists(pidFile(data));
        }
        endOrphans(data);
    }

    /** Each process of a server works in its data folder, whatever it calls itself. */
    private static void endOrphans(Path data) {
        try (var processes = ProcessHandle.allProcesses()) {
            processes
                    .filter(process -> worksIn(process, data))
                    .filter(process -> !ended(process))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), data);
        } catch (IOException goneOrNoProc) {
            return false;
        }
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
