package groundswell.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket's words, opened for the moment in which somebody with the right to reads them. Never stored. */
public record Conversation(String subject, Person requester, List<Message> messages) {
    /** Who asked. */
    public record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable String company) {}

    public record Message(boolean byCustomer, String text, Instant at) {}
}
