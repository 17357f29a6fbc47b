package groundswell.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18 from binaries in a Maven artifact, listening on the loopback address only. A kept home survives
 * {@code kill -9}: the next start ends a server that was left behind and recovers from the write-ahead log.
 */
public final class LocalPostgres implements AutoCloseable {
    public static final String USER = "postgres";

    private static final Map<String, String> SETTINGS = Map.of(
            "max_connections", "200",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "jit", "off",
            "timezone", "UTC");

    private final Path home;
    private final int port;
    private final boolean kept;
    private @Nullable EmbeddedPostgres server;
    private volatile long pid;
    private boolean wanted;

    private LocalPostgres(Path home, int port, boolean kept) {
        this.home = home;
        this.port = port;
        this.kept = kept;
    }

    /** Durable (fsync and synchronous_commit on); creates the home at first, continues with its data afterwards. */
    public static LocalPostgres start(Path home, int port) {
        var postgres = new LocalPostgres(home, port, true);
        postgres.start();
        return postgres;
    }

    public static LocalPostgres start(Path home) {
        return start(home, FreePorts.one());
    }

    /** In a new folder that is deleted at the end, and without fsync: a machine that crashes takes the tests with it. */
    public static LocalPostgres forTests() {
        try {
            var postgres = new LocalPostgres(Files.createTempDirectory("groundswell-pg"), FreePorts.one(), false);
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server, again too: on the same port, with the same data. */
    public synchronized void start() {
        if (server != null) return;
        wanted = true;
        var data = home.resolve("data");
        var whole = home.resolve("initialised");
        try {
            Files.createDirectories(home);
            if (!Files.exists(whole)) Folders.delete(data);
            StalePostmaster.end(data);
            server = builder(data).start();
            pid = StalePostmaster.pidIn(data).orElseThrow();
            Leash.hold(pid, "INT");
            if (!Files.exists(whole)) Files.createFile(whole);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "PostgreSQL does not start in " + home + "; see " + home.resolve("postgres.log"), e);
        }
    }

    private EmbeddedPostgres.Builder builder(Path data) {
        var durable = kept ? "on" : "off";
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(
                        Redirect.appendTo(home.resolve("postgres.log").toFile()))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable);
        SETTINGS.forEach(builder::setServerConfig);
        return builder;
    }

    /** Ends the server and keeps the data, as a restart of the database would. Open connections break. */
    public synchronized void stop() {
        wanted = false;
        if (server == null) return;
        try {
            server.close();
            StalePostmaster.end(home.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        } finally {
            server = null;
            Leash.release(pid);
        }
    }

    /** For a server that has died: starts it again, unless it was stopped on purpose. */
    public synchronized boolean revive() {
        if (!wanted) return false;
        letGoOfTheDead();
        start();
        return true;
    }

    /** The library locks the data folder for as long as its object is open, whether the server lives or not. */
    private void letGoOfTheDead() {
        Leash.release(pid);
        var dead = server;
        server = null;
        if (dead == null) return;
        try {
            dead.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock on " + home + " is not released", e);
        }
    }

    /** Creates the database unless it exists. */
    public void createDatabase(String name) {
        try (var connection = connect("postgres");
                var known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            known.setString(1, name);
            if (known.executeQuery().next()) return;
            try (var statement = connection.createStatement()) {
                statement.execute("create database " + statement.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be created", e);
        }
    }

    public Connection connect(String database) throws SQLException {
        return java.sql.DriverManager.getConnection(jdbcUrl(database), user(), password());
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    /** Any password will do: whoever reaches the loopback address of this machine is trusted. */
    public String password() {
        return "groundswell";
    }

    public int port() {
        return port;
    }

    public long pid() {
        return pid;
    }

    @Override
    public void close() {
        stop();
        if (!kept) Folders.delete(home);
    }
}
