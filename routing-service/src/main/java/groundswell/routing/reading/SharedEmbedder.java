package groundswell.routing.reading;

import groundswell.language.BgeSmall;
import groundswell.language.Embedder;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The one embedding model of the process, loaded when it is first needed. */
@Singleton
class SharedEmbedder {
    private @Nullable BgeSmall loaded;

    synchronized Embedder get() {
        if (loaded == null) loaded = new BgeSmall();
        return loaded;
    }

    @PreDestroy
    synchronized void close() {
        if (loaded != null) loaded.close();
    }
}
