package groundswell.insights.discovery;

import groundswell.language.BgeSmall;
import groundswell.language.Embedder;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The embedding model of the process, some 60 MB, loaded when the first text is unclear. */
@Singleton
public class OneEmbedder {
    private @Nullable BgeSmall loaded;

    synchronized Embedder get() {
        if (loaded == null) {
            loaded = new BgeSmall();
        }
        return loaded;
    }

    @PreDestroy
    synchronized void close() {
        if (loaded != null) {
            loaded.close();
        }
    }
}
