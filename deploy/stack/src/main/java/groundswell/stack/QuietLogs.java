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

    static void please() {
        QUIETENED.forEach(logger -> logger.setLevel(Level.WARNING));
        // Says "disconnected" at each deliberate stop of a broker.
        Logger.getLogger("org.apache.kafka.clients.NetworkClient").setLevel(Level.SEVERE);
    }

    private QuietLogs() {}
}
