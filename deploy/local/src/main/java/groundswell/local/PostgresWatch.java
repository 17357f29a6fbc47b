package groundswell.local;

import groundswell.stack.LocalPostgres;
import java.util.function.Consumer;

/** Keeps PostgreSQL alive: when it dies, it is started again on its port, and recovers from its write-ahead log. */
record PostgresWatch(LocalPostgres postgres, Consumer<String> say, Runnable whenStarted) {
    void start() {
        Thread.ofVirtual().name("keeps-postgres").start(this::keepAlive);
    }

    private void keepAlive() {
        try {
            do {
                awaitEnd(postgres.pid());
            } while (revived());
        } catch (RuntimeException e) {
            say.accept(
                    "PostgreSQL has ended and cannot be started again: " + e.getMessage() + " (" + e.getCause() + ")");
        }
    }

    private static void awaitEnd(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private boolean revived() {
        var before = postgres.pid();
        if (!postgres.revive()) return false;
        say.accept("PostgreSQL (process " + before + ") ended by itself; it runs again");
        whenStarted.run();
        return true;
    }
}
