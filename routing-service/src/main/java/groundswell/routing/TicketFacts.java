package groundswell.routing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a routing decision may look at. Codes are compared in lower case; {@code text} is subject and description, null
 * where it may not or can no longer be read; {@code language} is its ISO 639-1 code, null where it is not known.
 */
public record TicketFacts(
        @Nullable String channel,
        @Nullable String account,
        @Nullable String plan,
        boolean bigCustomer,
        Set<String> tags,
        @Nullable String priority,
        @Nullable String productArea,
        @Nullable String text,
        @Nullable String language) {
    /** With what its text says. */
    public TicketFacts reading(@Nullable String newText, @Nullable String newLanguage) {
        return new TicketFacts(channel, account, plan, bigCustomer, tags, priority, productArea, newText, newLanguage);
    }

    /** Nothing but a text, as in a preview. */
    public static TicketFacts ofText(String text, @Nullable String language) {
        return new TicketFacts(null, null, null, false, Set.of(), null, null, text, language);
    }
}
