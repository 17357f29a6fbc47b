package groundswell.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * How a ticket began: subject and start of the description, without what points to somebody. For use inside the company.
 *
 * @param requesterId whose words they are
 * @param customer their account where the ticket names one, else they themselves: colleagues are one customer
 * @param theme of the ticket, and {@code team}, as they are now
 */
public record Opening(
        UUID ticketId,
        UUID requesterId,
        UUID customer,
        long number,
        String theme,
        String team,
        Instant at,
        String text) {
    /** So long a beginning is kept that gives nothing away; what carries a cue stays. */
    public static final Duration KEPT = Duration.ofDays(90);

    public Opening cutTo(String part) {
        return new Opening(ticketId, requesterId, customer, number, theme, team, at, part);
    }

    /** Where the texts are. */
    public interface Source {
        /** Those that can be opened now, in the order asked for: none of erased customers. */
        List<Opening> open(Collection<UUID> tickets);
    }
}
