package groundswell.journal.relay;

/** A topic or producer that can't keep the journal's promises. The message is one sentence that says what to change. */
public final class WrongSetup extends RuntimeException {
    public WrongSetup(String message) {
        super(message);
    }
}
