package groundswell.local.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Fills a house that has just become ready, unless it was started with {@code --empty} or filled before. Found as a
 * {@link java.util.ServiceLoader} service: the implementation is named in {@code
 * META-INF/services/groundswell.local.demo.DemoData}.
 */
public interface DemoData {
    /**
     * Loads everything, through the public API only. Called again after a run that was broken off, so it must repeat
     * itself without harm (external ids, idempotency keys).
     *
     * @param gateway such as {@code http://localhost:8080}
     * @param tokens folder with one bearer token per role, {@code integrator.jwt}
     * @param progress one short line now and then
     */
    void load(URI gateway, Path tokens, Consumer<String> progress) throws IOException, InterruptedException;
}
