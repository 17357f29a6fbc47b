package groundswell.consent.stories;

import groundswell.consent.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody looks for. {@code scope} is the use they have in mind: what does not allow it is not found. */
record StoryFilter(
        @Nullable String theme,
        @Nullable String industry,
        @Nullable Scope scope,
        @Nullable Instant since) {}
