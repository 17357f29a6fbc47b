package groundswell.journal.inbox;

import java.time.Duration;

/**
 * How an inbox waits.
 *
 * @param firstPause before a batch is tried again because the database or a key was away; doubles
 * @param longestPause at most
 */
public record InboxSettings(Duration firstPause, Duration longestPause) {
    public static final InboxSettings USUAL = new InboxSettings(Duration.ofMillis(50), Duration.ofSeconds(5));
}
