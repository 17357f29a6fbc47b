package groundswell.local;

import groundswell.local.demo.DemoData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code deploy/up}: starts the house, says where it is, and stops it on Ctrl-C or SIGTERM. */
@Command(
        name = "deploy/up",
        description = "Builds what has changed and starts all of Groundswell on this machine. Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
public final class Up implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where the gateway listens; all other ports are free ones.")
    int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = "Kept between runs: databases, topics, keys, logs. Usually .groundswell in the source tree.")
    @Nullable
    Path data;

    @Option(names = "--empty", description = "No demo data.")
    boolean empty;

    @Option(names = "--heap", paramLabel = "SIZE", description = "The heap of each service, as in -Xmx.")
    String heap = HouseOptions.USUAL_HEAP;

    @Option(
            names = "--without",
            paramLabel = "SERVICE",
            split = ",",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = "Leave a service out (ticket, routing, insights, consent), to run it in dev mode.")
    Set<String> without = Set.of();

    private static volatile boolean stopping;

    @Override
    public Integer call() throws InterruptedException {
        try {
            if (port < 1 || port > 65_535) {
                throw new IllegalStateException("A port is a number from 1 to 65535; choose another with --port.");
            }
            var options = new HouseOptions(HouseOptions.rootFromHere(), folder(), port, heap, leftOut());
            say("Starting, with the data in " + options.data());
            var house = House.start(options, Up::say, Up::closeAtTheEnd);
            welcome(house);
            if (!empty) loadDemoData(house);
            new CountDownLatch(1).await();
            return 0;
        } catch (RuntimeException e) {
            if (stopping) return 0;
            var said = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            System.err.println(said.getMessage());
            for (var cause = said.getCause(); cause != null; cause = cause.getCause()) {
                System.err.println("  because: " + cause);
            }
            return 1;
        }
    }

    private Set<Service> leftOut() {
        return without.stream()
                .map(name ->
                        Service.named(name).orElseThrow(() -> new IllegalStateException("There is no service " + name)))
                .collect(Collectors.toSet());
    }

    /** The script changes to the top of the source tree; what the user typed is meant from where the user was. */
    private Path folder() {
        if (data == null) return HouseOptions.rootFromHere().resolve(".groundswell");
        var typedIn = Path.of(System.getProperty("groundswell.started-in", ""));
        return typedIn.resolve(data).toAbsolutePath().normalize();
    }

    private static void closeAtTheEnd(House house) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping = true;
            say("Stopping");
            house.close();
            say("Stopped");
        }));
    }

    private static void welcome(House house) {
        var address = house.gateway();
        var token = house.tokens().resolve("integrator.jwt");
        say("");
        say("Groundswell is ready at " + address);
        say("");
        say("  Pages      " + address + "/  (log in as one of the personas)");
        say("  API        " + address + "/docs/ticket  (and routing, insights, consent)");
        say("  Tokens     " + token.getParent() + "/<role>.jwt");
        say("  Logs       " + house.data().path().resolve("logs"));
        say("");
        say("  curl -s " + address + "/api/tickets -H \"Authorization: Bearer $(cat " + token + ")\" \\");
        say("    -H 'Content-Type: application/json' -d '{\"subject\": \"Charged twice\", \"channel\": \"email\", \\");
        say("      \"description\": \"Our invoice of May was charged twice.\", \\");
        say("      \"requester\": {\"name\": \"Robin Vale\", \"email\": \"robin@vale.example\"}}'");
        say("");
    }

    private static void loadDemoData(House house) throws InterruptedException {
        var marker = house.data().demoMarker();
        if (Files.exists(marker)) return;
        for (var demo : ServiceLoader.load(DemoData.class)) {
            try {
                demo.load(house.gateway(), house.tokens(), line -> say("  demo data: " + line));
                Files.createFile(marker);
                say("Demo data is loaded");
            } catch (IOException | RuntimeException e) {
                say("The demo data could not be loaded (the house goes on; the next start tries again): " + e);
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Up()).execute(arguments));
    }
}
