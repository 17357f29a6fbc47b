package groundswell.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Services that outlived a launcher which was killed. Usually its {@link groundswell.stack.Leash} has ended them; what it
 * could not is found by pid file, and recognised by the data folder on its command line.
 */
final class StaleServices {
    static void end(DataFolder data, Consumer<String> say) {
        for (var service : Service.values()) {
            var file = data.pidFile(service);
            try {
                if (!Files.exists(file)) continue;
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                        .filter(process -> isOurs(process, data))
                        .ifPresent(process -> end(process, service, say));
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isOurs(ProcessHandle process, DataFolder data) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(ServiceCommand.mark(data) + "\0");
        } catch (IOException noProc) {
            return process.info()
                    .commandLine()
                    .filter(line -> line.contains(ServiceCommand.mark(data)))
                    .isPresent();
        }
    }

    private static void end(ProcessHandle process, Service service, Consumer<String> say) {
        say.accept("Ending " + service.fullName() + " (process " + process.pid() + "), left behind by an earlier run");
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private StaleServices() {}
}
