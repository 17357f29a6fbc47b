package groundswell.journal.seal;

import groundswell.journal.inbox.NotYet;
import java.sql.SQLException;

/** The keys could not be looked up, because the database is away: wait for it. */
public final class KeysAway extends RuntimeException implements NotYet {
    KeysAway(SQLException cause) {
        super("The keys could not be looked up", cause);
    }
}
