package groundswell.bench;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Several callers doing the same thing at once, as clients of a service would. */
public final class Callers {
    /** One call; {@code caller} is a stable number, {@code number} counts all calls from 0. */
    public interface Call {
        void make(int caller, int number) throws Exception;
    }

    /** @return calls per second, of {@code total} calls by {@code callers} */
    public static double rate(int callers, int total, Call call) throws InterruptedException {
        var next = new AtomicInteger();
        var failures = new ConcurrentLinkedQueue<Exception>();
        var done = new CountDownLatch(callers);
        long start = System.nanoTime();
        for (int c = 0; c < callers; c++) {
            int caller = c;
            Thread.ofVirtual().start(() -> {
                try {
                    for (int n = next.getAndIncrement(); n < total; n = next.getAndIncrement()) {
                        call.make(caller, n);
                    }
                } catch (Exception e) {
                    failures.add(e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("A call failed", failures.peek());
        }
        return total / ((System.nanoTime() - start) / 1e9);
    }

    /** @return the median of one caller's calls, in microseconds */
    public static double median(int total, Call call) throws Exception {
        var nanos = new long[total];
        for (int n = 0; n < total; n++) {
            long start = System.nanoTime();
            call.make(0, n);
            nanos[n] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[total / 2] / (double) TimeUnit.MICROSECONDS.toNanos(1);
    }

    private Callers() {}
}
