package groundswell.consent.importing;

import groundswell.consent.ConsentStatus;
import groundswell.consent.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the past, as another system knows it.
 *
 * @param how code of the way it was given, such as {@code complaint-form}; becomes the notice's version in the record
 */
record ToldAnswer(
        String source,
        String externalId,
        ConsentStatus answer,
        List<Scope> scopes,
        String how,
        @Nullable Instant until,
        Instant at) {}
