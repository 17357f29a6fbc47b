package groundswell.routing.dealing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A ticket in its team's queue, with nobody yet.
 *
 * @param asks words of its tags, theme and product area; those that are somebody's skill are asked for
 * @param since when it came there
 * @param revision its present assignment
 */
record Waiting(UUID ticketId, Set<String> asks, Instant since, int revision) {}
