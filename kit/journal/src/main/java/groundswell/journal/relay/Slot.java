package groundswell.journal.relay;

/**
 * One leased slot at work. Positions only: {@code checkpointed <= acked <= sent}. {@code acked} is written by the
 * producer's thread, the rest belongs to the relay's.
 */
final class Slot {
    final int partition;
    final long fence;
    private volatile long acked;
    private volatile long sent;
    private long awaited;
    private long awaitedSince = System.nanoTime();
    long checkpointed;

    /** May hold events not yet sent. */
    boolean dirty = true;

    /** Compared with the topic, so sending may start. */
    boolean compared;

    /** To be given up once everything sent is acknowledged. */
    boolean leaving;

    Slot(Lease lease) {
        partition = lease.partition();
        fence = lease.fence();
        startAfter(lease.relayed());
    }

    void startAfter(long position) {
        acked = position;
        sent = position;
        checkpointed = position;
        dirty = true;
    }

    /** What was sent and not acknowledged went down with its producer; it is sent again. */
    void goBackToAcked() {
        sent = acked;
        dirty = true;
        awaitedSince = System.nanoTime();
    }

    long sent() {
        return sent;
    }

    void sent(long position) {
        sent = position;
    }

    long acked() {
        return acked;
    }

    /** False if an earlier position has not been acknowledged: the log has a hole, the producer must not go on. */
    boolean acknowledge(long position) {
        if (position != acked + 1) {
            return false;
        }
        acked = position; // only the producer's thread writes while it lives
        return true;
    }

    boolean quiet() {
        return acked == sent;
    }

    /**
     * Nanoseconds for which the same event has been waiting for its acknowledgement, as far as the looks before this one
     * have seen; 0 if there is none or another one.
     */
    long waitingAt(long now) {
        if (quiet() || acked != awaited) {
            awaited = acked;
            awaitedSince = now;
        }
        return now - awaitedSince;
    }

    boolean ready() {
        return compared && !leaving;
    }
}
