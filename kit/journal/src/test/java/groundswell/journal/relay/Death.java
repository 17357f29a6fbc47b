package groundswell.journal.relay;

/** Ends the relay's thread at the n-th time of one kind of moment, as if the process were killed there. */
final class Death implements RelayHooks {
    enum Moment {
        BEFORE_SEND,
        AFTER_SEND,
        AFTER_ACK,
        AFTER_CHECKPOINT;

        boolean perSlot() {
            return this == AFTER_ACK || this == AFTER_CHECKPOINT;
        }
    }

    /** An error, so that no one handles it. */
    static final class Killed extends Error {
        Killed() {
            super("killed by the test", null, false, false);
        }
    }

    private final Moment moment;
    private int left;

    Death(Moment moment, int nth) {
        this.moment = moment;
        this.left = nth;
    }

    @Override
    public void beforeSend(int partition, long position) {
        at(Moment.BEFORE_SEND);
    }

    @Override
    public void afterSend(int partition, long position) {
        at(Moment.AFTER_SEND);
    }

    @Override
    public void afterAck(int partition, long position) {
        at(Moment.AFTER_ACK);
    }

    @Override
    public void afterCheckpoint(int partition, long position) {
        at(Moment.AFTER_CHECKPOINT);
    }

    private void at(Moment now) {
        if (now == moment && --left == 0) {
            throw new Killed();
        }
    }
}
