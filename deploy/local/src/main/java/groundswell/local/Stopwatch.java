package groundswell.local;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Says of each thing that is ready how long it took since the beginning. */
final class Stopwatch {
    private final long start = System.nanoTime();
    private final Consumer<String> say;

    Stopwatch(Consumer<String> say) {
        this.say = say;
    }

    void ready(String what) {
        var seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        say.accept(String.format(Locale.ROOT, "  %-18s ready after %.1f s", what, seconds));
    }
}
