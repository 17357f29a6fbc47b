package groundswell.ticket.rating;

import groundswell.ticket.Ticket;
import groundswell.ticket.desk.Words;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a link. It names the ticket by its number and shows no word of it, nor of an earlier comment: a link that
 * goes astray reveals nothing of what was written.
 *
 * @param given what the customer has said so far, in words; null before
 * @param notice what to correct, or what went wrong; null at first
 */
public record RatingPageView(
        String number,
        Instant resolvedAt,
        Instant until,
        @Nullable String given,
        List<Choice> scores,
        String comment,
        String once,
        @Nullable String notice) {
    /** One of five. */
    public record Choice(int score, String words, boolean chosen) {}

    static RatingPageView of(Ticket ticket, RatingForm form, @Nullable String notice) {
        var resolution = Objects.requireNonNull(ticket.resolution());
        var rating = resolution.rating();
        return new RatingPageView(
                "TKT-" + Objects.requireNonNull(ticket.opening()).number(),
                resolution.at(),
                resolution.rateableUntil(),
                rating == null ? null : "%d of 5, %s".formatted(rating.score(), small(rating.score())),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(score -> new Choice(score, Words.ofScore(score), score == form.score()))
                        .toList(),
                form.comment(),
                form.once(),
                notice);
    }

    private static String small(int score) {
        return Words.ofScore(score).toLowerCase(java.util.Locale.ROOT);
    }
}
