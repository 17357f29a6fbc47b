package groundswell.routing.reading;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** The model that reads now; the first is waited for, later ones take its place between two texts. */
@Singleton
class PresentModel {
    private final CompletableFuture<Model> first = new CompletableFuture<>();
    private final AtomicReference<Model> present = new AtomicReference<>();

    Model get() {
        var now = present.get();
        return now == null ? first.join() : now;
    }

    /** 0 before the first. */
    int taxonomyVersion() {
        var now = present.get();
        return now == null ? 0 : now.taxonomyVersion();
    }

    void set(Model model) {
        present.set(model);
        first.complete(model);
    }

    void fail(Throwable reason) {
        first.completeExceptionally(reason);
    }

    /** There will never be one: texts will wait for ever. */
    boolean failed() {
        return first.isCompletedExceptionally();
    }
}
