package groundswell.insights.reports;

import groundswell.insights.Quote;
import groundswell.insights.Withdrawals.Words;
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
 * @param text sealed under its author's key; null once it was removed, for good
 */
record StoredQuote(
        @Nullable String theme,
        String about,
        UUID ticketId,
        long number,
        UUID messageId,
        Instant at,
        @Nullable Sealed text) {
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

    /** Empty where its author was erased, or it was removed. */
    Optional<String> open(UUID report, Seals seals) {
        return text == null ? Optional.empty() : seals.open(text, place(report, messageId));
    }

    /** Whose words they are; empty once they were removed. */
    Optional<Words> words() {
        return Optional.ofNullable(text).map(box -> new Words(ticketId, box.subject()));
    }

    StoredQuote removed() {
        return new StoredQuote(theme, about, ticketId, number, messageId, at, null);
    }

    private static Place place(UUID report, UUID message) {
        return new Place(report.toString(), message.toString(), "quote");
    }
}
