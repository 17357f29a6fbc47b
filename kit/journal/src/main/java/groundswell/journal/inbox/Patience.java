package groundswell.journal.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Waits longer from try to try, says so, and stops waiting when the inbox is closed. */
final class Patience {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final String consumer;
    private final InboxSettings settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Waiting waiting;

    Patience(String consumer, InboxSettings settings) {
        this.consumer = consumer;
        this.settings = settings;
    }

    void wait(int tries, Exception failure) {
        var reason = Failures.describe(failure);
        var before = waiting;
        waiting = new Waiting(before == null ? Instant.now() : before.since(), reason);
        if (Integer.bitCount(tries) == 1) {
            LOG.warnf("%s waits, tries so far %d: %s", consumer, tries, reason);
        }
        var pause = Math.min(
                settings.longestPause().toMillis(), settings.firstPause().toMillis() << Math.min(tries - 1, 16));
        try {
            if (closed.await(pause, TimeUnit.MILLISECONDS)) {
                throw new InboxClosed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InboxClosed();
        }
    }

    void over() {
        waiting = null;
    }

    Optional<Waiting> waiting() {
        return Optional.ofNullable(waiting);
    }

    void end() {
        closed.countDown();
    }
}
