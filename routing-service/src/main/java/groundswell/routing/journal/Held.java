package groundswell.routing.journal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is read at most once a second, however often it is asked for: a change elsewhere is seen within one. */
public final class Held<T> {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Read<T>(T value, long at) {}

    private final Supplier<T> source;
    private final AtomicReference<@Nullable Read<T>> last = new AtomicReference<>();
    private final AtomicInteger changes = new AtomicInteger();

    public Held(Supplier<T> source) {
        this.source = source;
    }

    public T get() {
        var read = last.get();
        long now = System.nanoTime();
        if (read != null && now - read.at() < FRESH.toNanos()) return read.value();
        int before = changes.get();
        var value = source.get();
        // what was read before a change must not be taken for what came of it
        if (changes.get() == before) last.set(new Read<>(value, now));
        if (changes.get() != before) last.set(null);
        return value;
    }

    /** A change was made here: read again when next asked. */
    public void changed() {
        changes.incrementAndGet();
        last.set(null);
    }
}
