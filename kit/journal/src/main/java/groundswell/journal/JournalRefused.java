package groundswell.journal;

/** The journal itself says no; each reason names what the caller should do. */
public final class JournalRefused extends RuntimeException {
    /** Why, with the HTTP status a resource answers with. */
    public enum Reason {
        /** The stream has moved on: read it again. */
        VERSION_CONFLICT(412),
        /** The idempotency key was used for something else: take a new key. */
        REQUEST_MISMATCH(422),
        /** The first copy of this request is still under way: ask again shortly. */
        REQUEST_IN_PROGRESS(409),
        /** The database holds the slot elsewhere or is away: ask again shortly. */
        BUSY(503),
        /** An event over 512 KiB: send less text. */
        TOO_LARGE(413),
        /** The journal is older than its topic (a restored database): appending would fork history. */
        BEHIND_TOPIC(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Reason reason;

    public JournalRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
