package groundswell.insights;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The surges that were found. */
public interface Surges {
    /** One of them, and how many different people wrote its tickets. */
    record Found(Surge surge, int customers) {
        /** Its tickets. */
        public Drill drill() {
            var span = new Span(surge.began(), surge.unusualTo());
            return switch (surge.key().kind()) {
                case THEME -> Drill.opened(span, Only.theme(surge.key().code()));
                case TAG ->
                    Drill.opened(span, Only.ALL, Drill.Filter.TAG, surge.key().code());
                case ALL -> Drill.opened(span, Only.ALL);
            };
        }
    }

    /** Those opened within a span, the newest first. */
    List<Found> openedIn(Span span, @Nullable SurgeKey key, int limit);

    /** One that was found; a refusal where it is none, or no longer. */
    Found one(UUID id);

    /** Those that last, the newest first. */
    List<Found> ongoing();
}
