package groundswell.routing;

import groundswell.journal.Cause;
import groundswell.journal.seal.Place;
import groundswell.routing.LearningEvent.Verdict;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person's act says of a ticket: this team was right, or that one would have been.
 *
 * @param theme where the person named it too
 */
public record Label(
        UUID ticketId,
        Verdict verdict,
        String team,
        @Nullable String theme,
        Cause cause) {
    /** Where the text that a label teaches with is sealed for. */
    public static Place place(UUID ticketId) {
        return new Place(Labels.LEDGER, ticketId.toString(), "text");
    }
}
