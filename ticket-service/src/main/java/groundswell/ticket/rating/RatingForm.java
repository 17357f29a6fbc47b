package groundswell.ticket.rating;

import groundswell.ticket.http.Prose;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form as it was sent.
 *
 * @param score 1 to 5; 0 while nothing that can be was chosen
 * @param comment empty where nothing was written
 * @param once made anew for each view of the page: however often one view is sent, it rates once
 */
record RatingForm(
        int score, @Size(max = RatingForm.LONGEST) @Prose String comment, String once) {
    static final int LONGEST = 4_000;
    private static final Pattern SCORE = Pattern.compile("[1-5]");
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

    /** @param score what the link itself proposes, such as one of five in a mail; null or nonsense chooses nothing */
    static RatingForm empty(@Nullable String score) {
        return new RatingForm(score(score), "", UUID.randomUUID().toString());
    }

    static RatingForm of(MultivaluedMap<String, String> sent) {
        var once = Objects.requireNonNullElse(sent.getFirst("once"), "");
        var comment = Objects.requireNonNullElse(sent.getFirst("comment"), "").replace("\r\n", "\n");
        return new RatingForm(
                score(sent.getFirst("score")),
                comment.strip(),
                ONCE.matcher(once).matches() ? once : UUID.randomUUID().toString());
    }

    private static int score(@Nullable String text) {
        return text != null && SCORE.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    RatingForm anew() {
        return new RatingForm(score, comment, UUID.randomUUID().toString());
    }
}
