package groundswell.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The house as {@code deploy/up --empty} starts it, in a process of its own with a new data folder: one for all journeys
 * of a test run, stopped with SIGTERM at its end.
 */
final class House {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static House shared;

    private final Process process;
    private final Path data;
    private final int port;

    private House(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    static synchronized House shared() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
        }
        return shared;
    }

    private static House start() {
        try {
            var data = Files.createTempDirectory("groundswell-journeys");
            int port = freePort();
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx512m",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "groundswell.local.Up",
                    "--empty"));
            command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
            var process = new ProcessBuilder(command)
                    .directory(Path.of("../..").toFile())
                    .redirectErrorStream(true)
                    .start();
            var house = new House(process, data, port);
            house.awaitReady();
            return house;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        var seen = new StringBuilder();
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith("Groundswell is ready at")) {
                Thread.ofVirtual().start(() -> reader.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new IllegalStateException("The house did not start:\n" + seen);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    Path data() {
        return data;
    }

    /** A caller with the token of one role. */
    Caller as(String role) {
        try {
            return new Caller(
                    address(),
                    Files.readString(data.resolve("tokens").resolve(role + ".jwt"))
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A customer with a link and nothing else. */
    Caller asCustomer() {
        return new Caller(address(), "");
    }

    String kafka() {
        return services().path("kafka").path("bootstrapServers").asText();
    }

    String database(String name) {
        return services()
                .path("services")
                .path(name + "-service")
                .path("jdbcUrl")
                .asText();
    }

    String databasePassword() {
        return services().path("postgres").path("password").asText();
    }

    /** What {@code services.json} says. */
    private JsonNode services() {
        try {
            return JSON.readTree(data.resolve("services.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a service as a crash would; the launcher starts it again. */
    void kill(String service) {
        var pid = services().path("services").path(service).path("pid").asLong();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
