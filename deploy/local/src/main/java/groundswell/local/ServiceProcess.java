package groundswell.local;

import groundswell.stack.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One service as a process that is kept alive: when it ends without being asked to, it is started again, after a pause
 * that doubles with each quick death. Standard output goes to its log.
 */
public final class ServiceProcess {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Service service;
    private final int port;
    private final ProcessBuilder command;
    private final Path pidFile;
    private final Consumer<ServiceProcess> whenStarted;
    private final Consumer<String> say;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Process process;
    private volatile int deaths;

    ServiceProcess(
            Service service,
            int port,
            ProcessBuilder command,
            DataFolder data,
            Consumer<ServiceProcess> whenStarted,
            Consumer<String> say) {
        this.service = service;
        this.port = port;
        this.command = command.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(data.log(service).toFile()));
        this.pidFile = data.pidFile(service);
        this.whenStarted = whenStarted;
        this.say = say;
    }

    public Service service() {
        return service;
    }

    public int port() {
        return port;
    }

    public long pid() {
        var running = process;
        return running == null ? -1 : running.pid();
    }

    /** How often it has ended by itself. */
    int deaths() {
        return deaths;
    }

    void start() {
        launch();
        Thread.ofVirtual().name("keeps-" + service.fullName()).start(this::keepAlive);
    }

    private void launch() {
        try {
            synchronized (this) {
                if (isStopping()) return;
                var started = command.start();
                process = started;
                Leash.hold(started.pid(), "TERM");
                Files.writeString(pidFile, Long.toString(started.pid()));
            }
            whenStarted.accept(this);
        } catch (IOException e) {
            throw new UncheckedIOException(service.fullName() + " cannot be started", e);
        }
    }

    private void keepAlive() {
        var pause = FIRST_PAUSE;
        try {
            while (!isStopping()) {
                var running = process;
                if (running == null) return;
                var since = System.nanoTime();
                var code = running.waitFor();
                Leash.release(running.pid());
                var quick = System.nanoTime() - since < LONG_LIFE.toNanos();
                pause = quick && deaths > 0 ? doubled(pause) : FIRST_PAUSE;
                // A Ctrl-C reaches the services as well as us: wait for our own farewell before calling it a death.
                if (stopping.await(300, TimeUnit.MILLISECONDS)) return;
                deaths++;
                say.accept(service.fullName() + " (process " + running.pid() + ") ended with " + reason(code)
                        + "; starting it again in " + pause.toSeconds() + " s");
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
                while (!launched()) {
                    pause = doubled(pause);
                    if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A machine without memory or room on its disk may have some a little later. */
    private boolean launched() {
        try {
            launch();
            return true;
        } catch (RuntimeException e) {
            say.accept(service.fullName() + " could not be started again, which is tried further: " + e.getMessage());
            return false;
        }
    }

    private static Duration doubled(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static String reason(int code) {
        return code > 128 ? "signal " + (code - 128) : "exit code " + code;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Asks it to end, and insists after ten seconds. */
    void stop() {
        stopping.countDown();
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running == null) return;
        try {
            running.destroy();
            if (!running.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                say.accept(service.fullName() + " does not stop by itself; it is ended");
                running.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Leash.release(running.pid());
        }
    }
}
