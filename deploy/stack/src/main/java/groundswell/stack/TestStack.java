package groundswell.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * PostgreSQL and Kafka for tests, started at the first call and ended with the JVM. Plainly: {@code
 * TestStack.shared().newDatabase()}. For a service: {@code @QuarkusTestResource(TestStack.class)}, which gives the
 * application a database of its own, the broker, a key pair for tokens and a key-encryption key.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Where a new and empty database is reached. */
    public record Database(String name, String jdbcUrl, String user, String password) {}

    public static TestStack shared() {
        return new TestStack();
    }

    @SuppressWarnings("unchecked")
    public Database newDatabase() {
        var name = "test_" + Long.toString(System.nanoTime(), 36) + "_" + DATABASES.incrementAndGet();
        ((Consumer<String>) server("createDatabase")).accept(name);
        return new Database(name, jdbcUrl(name), (String) server("user"), (String) server("password"));
    }

    @SuppressWarnings("unchecked")
    public String jdbcUrl(String database) {
        return ((Function<String, String>) server("jdbcUrl")).apply(database);
    }

    public String bootstrapServers() {
        return (String) server("bootstrapServers");
    }

    public void stopBroker() {
        ((Runnable) server("stopBroker")).run();
    }

    /** On the same port and with the same data. */
    public void startBroker() {
        ((Runnable) server("startBroker")).run();
    }

    @Override
    public Map<String, String> start() {
        var database = newDatabase();
        var keys = TestKeys.create();
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                Map.entry("quarkus.datasource.username", database.user()),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("kafka.bootstrap.servers", bootstrapServers()),
                Map.entry("mp.jwt.verify.publickey", keys.publicKey()),
                Map.entry("mp.jwt.verify.issuer", "groundswell"),
                Map.entry("smallrye.jwt.sign.key", keys.privateKey()),
                Map.entry("smallrye.jwt.new-token.issuer", "groundswell"),
                Map.entry("groundswell.seal.kek", keys.keyEncryptionKey()));
    }

    /** The servers go on for the next test class; each database is left behind and goes with them. */
    @Override
    public void stop() {}

    private static Object server(String what) {
        var found = SharedServers.ofThisJvm().get(what);
        if (found == null) throw new IllegalArgumentException(what);
        return found;
    }
}
