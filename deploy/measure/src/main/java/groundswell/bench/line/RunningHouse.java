package groundswell.bench.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole house as {@code deploy/up --empty} starts it, in processes of its own, on new data. */
final class RunningHouse implements AutoCloseable {
    private final Process process;
    private final Path data;

    private RunningHouse(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** @param environment settings for the services, such as {@code GROUNDSWELL_ROUTING_LANGUAGE=off} */
    static RunningHouse start(int port, Map<String, String> environment) throws IOException {
        var data = Files.createTempDirectory("groundswell-bench");
        var builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "groundswell.local.Up",
                        "--empty",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString()))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var house = new RunningHouse(builder.start(), data);
        house.awaitReady();
        return house;
    }

    private void awaitReady() throws IOException {
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("Groundswell is ready at")) {
                Thread.ofVirtual().start(() -> drain(reader));
                return;
            }
        }
        throw new IOException("The house did not start; see " + data.resolve("logs"));
    }

    /** What the house says later is not ours to tell, but somebody must take it. */
    private static void drain(BufferedReader reader) {
        try {
            reader.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            return; // the house has been closed
        }
    }

    JsonNode services() throws IOException {
        return new ObjectMapper().readTree(data.resolve("services.json").toFile());
    }

    String token(String role) throws IOException {
        return Files.readString(data.resolve("tokens").resolve(role + ".jwt")).strip();
    }

    /** A database of the house's own server. */
    DataSource database(String name) throws IOException {
        var postgres = services().path("postgres");
        var database = new PGSimpleDataSource();
        database.setPortNumbers(new int[] {postgres.path("port").asInt()});
        database.setServerNames(new String[] {"localhost"});
        database.setDatabaseName(name);
        database.setUser(postgres.path("user").asText());
        database.setPassword(postgres.path("password").asText());
        return database;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
