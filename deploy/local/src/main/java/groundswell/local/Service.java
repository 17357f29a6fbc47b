package groundswell.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The services, and the paths each answers at the one address. No path belongs to two. */
public enum Service {
    TICKET(
            "ticket",
            "/api/tickets",
            "/api/imports",
            "/api/accounts",
            "/api/customers",
            "/tickets",
            "/queue",
            "/queues",
            "/help",
            "/rate",
            "/ui"),
    ROUTING("routing", "/api/routing", "/api/teams", "/api/themes", "/routing"),
    INSIGHTS(
            "insights",
            "/api/insights",
            "/api/launches",
            "/api/fixes",
            "/api/help-centre",
            "/operations",
            "/surges",
            "/themes",
            "/launches",
            "/reports",
            "/insights"),
    CONSENT("consent", "/api/consents", "/api/stories", "/consents", "/stories", "/consent");

    private final String database;
    private final List<String> prefixes;

    Service(String database, String... prefixes) {
        this.database = database;
        this.prefixes = List.of(prefixes);
    }

    /** Its name as a process, a log and a folder: {@code ticket-service}. */
    public String fullName() {
        return database + "-service";
    }

    /** The short name, also that of its database. */
    public String database() {
        return database;
    }

    Path jar(Path root) {
        return root.resolve(fullName()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public static Optional<Service> answering(String path) {
        for (var service : values()) {
            if (service.prefixes.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    public static Optional<Service> named(String name) {
        return List.of(values()).stream()
                .filter(service ->
                        service.database.equals(name) || service.fullName().equals(name))
                .findFirst();
    }
}
