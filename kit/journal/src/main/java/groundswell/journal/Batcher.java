package groundswell.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
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
    /** Either taken up for work or given up by its caller, never both: whoever decides first decides. */
    private record Waiting<I, O>(I item, CompletableFuture<O> answer, AtomicBoolean decided) {
        boolean decide() {
            return decided.compareAndSet(false, true);
        }
    }

    private static final int QUEUE = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final BlockingQueue<Waiting<I, O>> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final Function<List<I>, List<Outcome<O>>> work;
    private final int most;
    private final Duration patience;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param most the largest group
     * @param work answers each item of a group, in order
     */
    public Batcher(String name, int most, Function<List<I>, List<Outcome<O>>> work) {
        this(name, most, PATIENCE, work);
    }

    /** @param patience how long a caller waits to be taken up, and once more for the answer */
    Batcher(String name, int most, Duration patience, Function<List<I>, List<Outcome<O>>> work) {
        this.most = most;
        this.patience = patience;
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /**
     * Waits for the answer. Throws what {@code work} said of this item; {@code BUSY} when it was not taken up in time, and
     * then it never will be, so that sending it again does nothing twice.
     *
     * @throws Unanswered when it was taken up and there is no answer in time
     */
    public O call(I item) {
        var mine = new Waiting<>(item, new CompletableFuture<O>(), new AtomicBoolean());
        if (closed || !waiting.offer(mine)) {
            throw busy();
        }
        try {
            return answer(mine);
        } catch (TimeoutException e) {
            throw new Unanswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw mine.decide() ? busy() : new Unanswered();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new CompletionException(e.getCause());
        }
    }

    private O answer(Waiting<I, O> mine) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return mine.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (mine.decide()) {
                throw busy();
            }
            return mine.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        var group = new ArrayList<Waiting<I, O>>(most);
        while (!closed || !waiting.isEmpty()) {
            var first = next();
            if (first != null) {
                group.add(first);
                waiting.drainTo(group, most - 1);
                group.removeIf(one -> !one.decide());
                if (!group.isEmpty()) {
                    serve(group);
                }
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
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
