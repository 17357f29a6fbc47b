package groundswell.insights.setup;

import groundswell.language.BgeSmall;
import groundswell.language.Embedder;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The embedding model of the process, some 60 MB, loaded when the first text is embedded. */
@Singleton
public class OneEmbedder implements Embedder {
    private @Nullable BgeSmall loaded;

    @Override
    public float[] embed(String text) {
        return get().embed(text);
    }

    @Override
    public String model() {
        return get().model();
    }

    private synchronized BgeSmall get() {
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
