package groundswell.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Concurrent calls become groups: while one group is being worked on the next callers gather, and are then taken
 * together. There is no artificial waiting, so a lone call is served at once.
 *
 * @param <I> what a caller hands in
 * @param <O> what it gets back
 */
public final class Batcher<I, O> implements AutoCloseable {
    private record Waiting<I, O>(I item, CompletableFuture<O> answer) {}

    private static final int QUEUE = 10_000;
    private static final long PATIENCE_SECONDS = 15;

    private final BlockingQueue<Waiting<I, O>> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final Function<List<I>, List<Outcome<O>>> work;
    private final int most;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param most the largest group
     * @param work answers each item of a group, in order
     */
    public Batcher(String name, int most, Function<List<I>, List<Outcome<O>>> work) {
        this.most = most;
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Waits for the answer. Throws what {@code work} said of this item, or {@code BUSY} when there is none in time. */
    public O call(I item) {
        var answer = new CompletableFuture<O>();
        if (closed || !waiting.offer(new Waiting<>(item, answer))) {
            throw busy();
        }
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new CompletionException(e.getCause());
        }
    }

    private void run() {
        var group = new ArrayList<Waiting<I, O>>(most);
        while (!closed || !waiting.isEmpty()) {
            var first = next();
            if (first != null) {
                group.add(first);
                waiting.drainTo(group, most - 1);
                serve(group);
                group.clear();
            }
        }
    }

    private @Nullable Waiting<I, O> next() {
        try {
            return waiting.poll(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null; // close() woke us
        }
    }

    private void serve(List<Waiting<I, O>> group) {
        try {
            var outcomes = work.apply(group.stream().map(Waiting::item).toList());
            for (int i = 0; i < group.size(); i++) {
                switch (outcomes.get(i)) {
                    case Outcome.Done<O>(O value) -> group.get(i).answer().complete(value);
                    case Outcome.Refused<O>(RuntimeException reason) ->
                        group.get(i).answer().completeExceptionally(reason);
                }
            }
        } catch (Throwable e) {
            group.forEach(one -> one.answer().completeExceptionally(e));
        }
    }

    private static JournalRefused busy() {
        return new JournalRefused(JournalRefused.Reason.BUSY, "The journal is busy; try again shortly");
    }

    /** Serves what is waiting, then stops. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
