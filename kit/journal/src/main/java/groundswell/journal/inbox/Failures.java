package groundswell.journal.inbox;

import groundswell.journal.JournalRefused;
import groundswell.journal.SqlFailure;
import java.sql.SQLException;

/** What a failed batch means: wait and try again, or find the record that is to blame. */
final class Failures {
    /** The database's, the journal's or a key's fault, and not the record's. */
    static boolean pass(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            var passes = switch (cause) {
                case NotYet _ -> true;
                case SQLException e -> SqlFailure.passes(e);
                case JournalRefused e ->
                    switch (e.reason()) {
                        case BUSY, REQUEST_IN_PROGRESS, BEHIND_TOPIC -> true;
                        case VERSION_CONFLICT, REQUEST_MISMATCH, TOO_LARGE -> false;
                    };
                default -> false;
            };
            if (passes) {
                return true;
            }
        }
        return false;
    }

    /** Class and SQLSTATE, innermost last. Never a message: that may quote a customer. */
    static String describe(Throwable failure) {
        var text = new StringBuilder();
        var cause = failure;
        for (var depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
            text.append(depth == 0 ? "" : " < ").append(cause.getClass().getName());
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                text.append(' ').append(e.getSQLState());
            }
        }
        return text.toString();
    }

    private Failures() {}
}
