package groundswell.journal.inbox;

/** The inbox was closed while it waited; nothing of the batch was applied, and it will be read again. */
public final class InboxClosed extends RuntimeException {
    InboxClosed() {
        super("The inbox is closed");
    }
}
