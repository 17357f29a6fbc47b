package groundswell.stack;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A broker inside our JVM reports a thousand ordinary things; only its warnings are worth a reader's time. */
final class QuietLogs {
    /** Held, since the log manager forgets the level of a logger that nobody refers to. */
    private static final List<Logger> QUIETENED = List.of(
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("io.zonky"),
            Logger.getLogger("org.testcontainers"));

    /**
     * These cry of what is ordinary here: a broker stopped on purpose, a controller that becomes active, a busy
     * machine, a server that takes longer to stop than its library waits (we wait longer, and insist).
     */
    private static final List<Logger> VERY_QUIET = List.of(
            Logger.getLogger("org.apache.kafka.clients.NetworkClient"),
            Logger.getLogger("org.apache.kafka.controller.QuorumController"),
            Logger.getLogger("org.apache.kafka.controller.EventPerformanceMonitor"),
            Logger.getLogger("io.zonky.test.db.postgres.embedded.EmbeddedPostgres"));

    static void please() {
        QUIETENED.forEach(logger -> logger.setLevel(Level.WARNING));
        VERY_QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private QuietLogs() {}
}
