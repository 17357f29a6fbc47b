package groundswell.insights.words;

import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our reading of {@code ticket.events.v1}: what customers themselves have written, sealed. */
public sealed interface Letter {
    UUID ticketId();

    @Nullable
    UUID messageId();

    Instant at();

    /** The text; null where there is none. */
    @Nullable
    Sealed body();

    record Opened(
            UUID ticketId,
            @Nullable UUID messageId,
            @Nullable Sealed subject,
            @Nullable Sealed description,
            @Nullable Sealed requester,
            Instant at)
            implements Letter {
        @Override
        public @Nullable Sealed body() {
            return description;
        }
    }

    record CustomerReplied(
            UUID ticketId,
            @Nullable UUID messageId,
            @Nullable Sealed body,
            Instant at) implements Letter {}

    /** A rating's comment is often where the thank-you stands. */
    record Rated(
            UUID ticketId,
            @Nullable UUID messageId,
            @Nullable Sealed comment,
            Instant at) implements Letter {
        @Override
        public @Nullable Sealed body() {
            return comment;
        }
    }
}
