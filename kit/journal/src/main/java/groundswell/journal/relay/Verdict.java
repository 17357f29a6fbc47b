package groundswell.journal.relay;

/** What comparing one slot with its topic says. */
sealed interface Verdict {
    /**
     * Send on behind {@code position}: the checkpoint, or less where the topic holds less. Never more: between the
     * checkpoint and the topic's last record there may be a hole that a dying relay left; sending again fills it.
     */
    record GoOnAfter(long position) implements Verdict {}

    /** The topic knows a history that this database does not. */
    record Refuse(String sentence) implements Verdict {}
}
