package groundswell.journal.inbox;

import java.time.Instant;

/**
 * A batch that can't be applied yet.
 *
 * @param reason exception class and SQLSTATE
 */
public record Waiting(Instant since, String reason) {}
