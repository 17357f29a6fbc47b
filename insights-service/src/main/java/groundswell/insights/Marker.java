package groundswell.insights;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something of ours that may change what customers write about.
 *
 * @param themes it is held against; a launch without any is held against all
 */
public record Marker(Kind kind, UUID id, String name, Instant at, List<String> themes) {
    /** What happened. */
    public enum Kind {
        LAUNCH,
        FIX;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Where the markers are kept. */
    public interface Source {
        /** Those of a span that are held against a theme, the oldest first. */
        List<Marker> of(String theme, Span span);

        /** All of a span, the oldest first. */
        List<Marker> in(Span span);
    }

    public boolean concerns(String theme) {
        return themes.contains(theme) || kind == Kind.LAUNCH && themes.isEmpty();
    }
}
