package groundswell.journeys;

import groundswell.local.HouseProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The one house of a test run, started by the first who asks and stopped with the JVM. Its logs stay in the build folder. */
final class TestHouse {
    private static TestHouse shared;

    private final HouseProcess process;

    private TestHouse(HouseProcess process) {
        this.process = process;
    }

    static synchronized TestHouse shared() {
        if (shared == null) {
            var fewLabels = Map.of("GROUNDSWELL_ROUTING_REFIT_EVERY", "20"); // nobody corrects hundreds of tickets here
            shared = new TestHouse(HouseProcess.start(Path.of("target", "house"), fewLabels));
            Runtime.getRuntime().addShutdownHook(new Thread(shared.process::close));
        }
        return shared;
    }

    HouseProcess process() {
        return process;
    }

    URI address() {
        return process.gateway();
    }

    /** A caller with the token of one role. */
    Caller as(String role) {
        return new Caller(address(), process.token(role));
    }

    /** A customer with a link and nothing else. */
    Caller asCustomer() {
        return new Caller(address(), "");
    }
}
