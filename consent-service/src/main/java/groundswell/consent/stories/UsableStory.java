package groundswell.consent.stories;

import com.fasterxml.jackson.annotation.JsonInclude;
import groundswell.consent.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A story that may be told at this moment. Its context is industry, company size and theme, and nothing else: no ticket,
 * no customer. Problem and response are there only where the whole story is allowed, not just a quote.
 *
 * @param quote the customer's voice
 * @param scopes what it may be used for
 * @param until when the permission ends by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsableStory(
        UUID id,
        @Nullable String theme,
        @Nullable String industry,
        @Nullable String size,
        @Nullable String problem,
        @Nullable String response,
        String quote,
        List<Scope> scopes,
        @Nullable Instant until,
        Instant releasedAt) {}
