package groundswell.local;

import groundswell.stack.Folders;
import groundswell.stack.FreePorts;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The house as {@code deploy/up --empty} starts it, in a process of its own: for journeys, fault runs and measurements.
 * What runs where comes from its {@code services.json}.
 */
public final class HouseProcess implements AutoCloseable {
    private static final String READY = "Groundswell is ready at";

    private final Path data;
    private final int port = FreePorts.one();
    private final Map<String, String> environment;
    private Process process;

    private HouseProcess(Path data, Map<String, String> environment) throws IOException {
        this.data = data;
        this.environment = environment;
        this.process = launch();
    }

    /**
     * Returns when it is ready.
     *
     * @param data emptied first; kept afterwards, so that its logs can be read
     * @param environment settings for the services, such as {@code GROUNDSWELL_ROUTING_LANGUAGE=off}
     */
    public static HouseProcess start(Path data, Map<String, String> environment) {
        try {
            Folders.delete(data);
            return new HouseProcess(data.toAbsolutePath(), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Up.class.getName(),
                        "--empty",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString()))
                .directory(HouseOptions.rootFromHere().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var launched = builder.start();
        awaitReady(launched);
        return launched;
    }

    private static void awaitReady(Process launched) throws IOException {
        var said = new StringBuilder();
        var reader = launched.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(READY)) {
                // What it says later goes to whoever reads the log of this run.
                Thread.ofVirtual().start(() -> passOn(reader));
                return;
            }
        }
        throw new IOException("The house did not start:\n" + said);
    }

    private static void passOn(BufferedReader said) {
        try {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                System.err.println(line);
            }
        } catch (IOException e) {
            // The house was stopped while it was listened to.
        }
    }

    public URI gateway() {
        return URI.create("http://localhost:" + port);
    }

    /** The service's own address, past the gateway. */
    public URI address(Service service) {
        return URI.create(entry(service).getString("url"));
    }

    /** The bearer token of a role, such as {@code agent}. */
    public String token(String role) {
        try {
            return Files.readString(data.resolve("tokens").resolve(role + ".jwt"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return services().getJsonObject("kafka").getString("bootstrapServers");
    }

    public DataSource database(Service service) {
        var postgres = services().getJsonObject("postgres");
        var database = new PGSimpleDataSource();
        database.setUrl(entry(service).getString("jdbcUrl"));
        database.setUser(postgres.getString("user"));
        database.setPassword(postgres.getString("password"));
        return database;
    }

    public ProcessHandle handle(Service service) {
        return handle(entry(service).getLong("pid"));
    }

    public ProcessHandle postgres() {
        return handle(services().getJsonObject("postgres").getLong("pid"));
    }

    /** Where Kafka and the gateway run, and what keeps the others alive. */
    public ProcessHandle launcher() {
        return process.toHandle();
    }

    /** Ends every process at once, as a power cut would, and starts again on the same data. */
    public void cutPowerAndStartAgain() {
        var all = Stream.concat(
                        Stream.of(launcher(), postgres()),
                        Stream.of(Service.values()).map(this::handle))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessHandle handle(long pid) {
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("No process " + pid));
    }

    private JsonObject entry(Service service) {
        return services().getJsonObject("services").getJsonObject(service.fullName());
    }

    private JsonObject services() {
        try {
            return new JsonObject(Files.readString(data.resolve("services.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
