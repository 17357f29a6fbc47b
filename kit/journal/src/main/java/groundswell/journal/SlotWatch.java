package groundswell.journal;

/** What the journal tells the relay of its slots, and asks it before appending. */
public interface SlotWatch {
    /** New events of this partition are committed. */
    void committed(int partition);

    /** Whether appending here would fork history, because the topic knows more than the database does. */
    boolean refuses(int partition);

    /** For journals without a relay. */
    SlotWatch NONE = new SlotWatch() {
        @Override
        public void committed(int partition) {}

        @Override
        public boolean refuses(int partition) {
            return false;
        }
    };
}
