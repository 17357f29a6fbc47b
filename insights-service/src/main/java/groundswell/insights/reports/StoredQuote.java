package groundswell.insights.reports;

import groundswell.insights.Quote;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quote as a report keeps it.
 *
 * @param theme that it is quoted under; null where it is a thank-you
 * @param about name of its ticket's theme
 * @param text sealed under its author's key
 */
record StoredQuote(
        @Nullable String theme, String about, UUID ticketId, long number, UUID messageId, Instant at, Sealed text) {
    static StoredQuote of(UUID report, @Nullable String theme, String about, Quote quote, Seals seals) {
        return new StoredQuote(
                theme,
                about,
                quote.ticketId(),
                quote.number(),
                quote.messageId(),
                quote.at(),
                seals.seal(quote.requesterId(), place(report, quote.messageId()), quote.text()));
    }

    /** Empty where its author was erased. */
    Optional<String> open(UUID report, Seals seals) {
        return seals.open(text, place(report, messageId));
    }

    private static Place place(UUID report, UUID message) {
        return new Place(report.toString(), message.toString(), "quote");
    }
}
