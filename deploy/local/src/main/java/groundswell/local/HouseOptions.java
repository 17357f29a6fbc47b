package groundswell.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * @param root where the built services lie: the top of the source tree
 * @param data what is kept between runs
 * @param port of the gateway, on the loopback address
 * @param heap the most memory for objects each service may take, as in {@code -Xmx}
 */
public record HouseOptions(Path root, Path data, int port, String heap) {
    public static final String USUAL_HEAP = "512m";

    /** The source tree that this process was started in, from wherever in it. */
    public static Path rootFromHere() {
        for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("deploy/up"))) return here;
        }
        throw new IllegalStateException(
                "Not inside Groundswell's source tree: no deploy/up in this folder or above it");
    }
}
