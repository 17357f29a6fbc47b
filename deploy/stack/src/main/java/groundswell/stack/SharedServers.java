package groundswell.stack;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one pair of servers of this JVM. Quarkus loads test classes anew for every test profile, so a static field would be
 * one per class loader: this class is asked for through the system class loader, and speaks in types of the JDK only.
 */
public final class SharedServers implements Supplier<Map<String, Object>> {
    private static @Nullable Map<String, Object> running;

    /** Starts them at the first call. */
    @Override
    public Map<String, Object> get() {
        synchronized (SharedServers.class) {
            if (running == null) running = startAmongOwnClasses();
            return running;
        }
    }

    /** Kafka and its logging look classes up through the thread: there they must find those that started them. */
    private static Map<String, Object> startAmongOwnClasses() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(SharedServers.class.getClassLoader());
        try {
            return start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> start() {
        QuietLogs.please();
        var servers = "containers".equals(System.getProperty("stack")) ? new ContainerServers() : new EmbeddedServers();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stack-stop"));
        Consumer<String> create = servers::createDatabase;
        Function<String, String> url = servers::jdbcUrl;
        Runnable stop = servers::stopBroker;
        Runnable start = servers::startBroker;
        return Map.of(
                "createDatabase", create,
                "jdbcUrl", url,
                "user", servers.user(),
                "password", servers.password(),
                "bootstrapServers", servers.bootstrapServers(),
                "stopBroker", stop,
                "startBroker", start);
    }

    @SuppressWarnings("unchecked") // the same class, seen through another loader
    static Map<String, Object> ofThisJvm() {
        try {
            var shared = Class.forName(SharedServers.class.getName(), true, loader());
            return ((Supplier<Map<String, Object>>)
                            shared.getDeclaredConstructor().newInstance())
                    .get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No servers for the tests", e);
        }
    }

    private static ClassLoader loader() {
        var system = ClassLoader.getSystemClassLoader();
        var known = system.getResource(SharedServers.class.getName().replace('.', '/') + ".class");
        return known == null ? SharedServers.class.getClassLoader() : system;
    }
}
