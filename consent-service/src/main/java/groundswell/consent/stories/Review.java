package groundswell.consent.stories;

import com.fasterxml.jackson.annotation.JsonInclude;
import groundswell.consent.ConsentStatus;
import groundswell.consent.Scope;
import groundswell.consent.StoryStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sees. The words are there only while the consent covers them: who has withdrawn is no longer read.
 *
 * @param text the approved words; null until checked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        UUID id,
        UUID ticketId,
        @Nullable String ticket,
        StoryStatus status,
        ConsentStatus consent,
        List<Scope> scopes,
        @Nullable Instant until,
        @Nullable String theme,
        @Nullable String industry,
        @Nullable String size,
        @Nullable StoryText original,
        @Nullable StoryText redacted,
        @Nullable List<StoryDraft.Removed> removed,
        @Nullable StoryText text,
        List<String> uses,
        Instant changedAt) {}
