package groundswell.local;

import groundswell.stack.LocalPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How one service is started. Secrets go by the environment: a command line is everybody's to read. */
record ServiceCommand(HouseOptions options, DataFolder data, Keys keys, LocalPostgres postgres, String kafka) {
    /**
     * On one machine all share its cores. What is only counted, or known for later, catches up: whoever posts a ticket
     * waits for the answer, and the ticket for its team.
     */
    private static final Set<Service> BEHIND = Set.of(Service.INSIGHTS, Service.CONSENT);

    ProcessBuilder of(Service service, int port) {
        var jar = service.jar(options.root());
        if (!Files.exists(jar)) {
            throw new IllegalStateException(service.fullName() + " is not built: no " + jar + ". Run deploy/up.");
        }
        var command = new ArrayList<>(BEHIND.contains(service) ? List.of("nice", "-n", "10") : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + options.heap(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                mark(data),
                "-Dgroundswell.public-url=http://localhost:" + options.port(),
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.datasource.jdbc.url=" + postgres.jdbcUrl(service.database()),
                "-Dquarkus.datasource.username=" + postgres.user(),
                "-Dkafka.bootstrap.servers=" + kafka,
                "-Dmp.jwt.verify.publickey.location=" + keys.publicKey().toUri(),
                "-Dmp.jwt.verify.issuer=" + Tokens.ISSUER,
                "-jar",
                jar.toString()));
        var builder = new ProcessBuilder(command).directory(data.path().toFile());
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        builder.environment().put("GROUNDSWELL_SEAL_KEK", keys.keyEncryptionKey());
        return builder;
    }

    /** What tells a process of this house from any other with the same number. */
    static String mark(DataFolder data) {
        return "-Dgroundswell.data=" + data.path();
    }
}
