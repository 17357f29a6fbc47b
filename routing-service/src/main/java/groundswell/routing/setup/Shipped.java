package groundswell.routing.setup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;

/** The files that an installation begins with: those in the jar, or those in the configured folder. */
@Singleton
public class Shipped {
    private static final ObjectMapper YAML = new YAMLMapper();

    private final RoutingConfig config;

    Shipped(RoutingConfig config) {
        this.config = config;
    }

    /** Reads {@code name}; a field the record does not know is an error, so a misspelt condition never goes unseen. */
    public <T> T read(String name, Class<T> as) {
        var own = config.folder().map(folder -> folder.resolve(name)).filter(Files::exists);
        try (var in = own.isPresent()
                ? Files.newInputStream(own.get())
                : Objects.requireNonNull(Shipped.class.getResourceAsStream("/groundswell/routing/" + name), name)) {
            return YAML.readValue(in, as);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
