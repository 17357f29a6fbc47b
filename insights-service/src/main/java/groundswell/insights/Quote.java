package groundswell.insights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a customer, without what points to somebody. For use inside the company.
 *
 * @param requesterId whose words they are
 * @param theme of the ticket, and {@code team}, as they are now
 * @param at when it was written
 */
public record Quote(
        UUID ticketId,
        UUID messageId,
        UUID requesterId,
        long number,
        String theme,
        String team,
        Instant at,
        String text) {
    /** Where the sentences are. */
    public interface Source {
        /** Tickets of a theme, or of all, in which each cue was found within a span. */
        Map<Cue, Long> count(Span span, @Nullable String theme);

        /** The newest first, one a customer; none of erased customers. */
        List<Quote> quotes(Cue cue, Span span, @Nullable String theme, @Nullable String team, int most);
    }
}
