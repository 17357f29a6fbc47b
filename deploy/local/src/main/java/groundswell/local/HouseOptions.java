package groundswell.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * @param root where the built services lie: the top of the source tree
 * @param data what is kept between runs
 * @param port of the gateway, on the loopback address
 * @param heap the most memory for objects each service may take, as in {@code -Xmx}
 * @param without services left out, for someone who runs them in another way
 */
public record HouseOptions(Path root, Path data, int port, String heap, Set<Service> without) {
    public static final String USUAL_HEAP = "512m";

    public HouseOptions(Path root, Path data, int port) {
        this(root, data, port, USUAL_HEAP, Set.of());
    }

    List<Service> services() {
        return Arrays.stream(Service.values())
                .filter(service -> !without.contains(service))
                .toList();
    }

    /** The source tree that this process was started in, from wherever in it. */
    public static Path rootFromHere() {
        for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("deploy/up"))) return here;
        }
        throw new IllegalStateException(
                "Not inside Groundswell's source tree: no deploy/up in this folder or above it");
    }
}
