package groundswell.ticket.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other services found out about a ticket. Nothing is assumed: a ticket nobody asked consent for says so, and one
 * that is not classified yet has no theme.
 *
 * @param lane team or triage
 * @param consent not_asked, asked, granted, declined, withdrawn or expired
 */
public record Shown(
        @Nullable String theme,
        List<String> secondaryThemes,
        @Nullable Double confidence,
        @Nullable String lane,
        @Nullable String bestTeam,
        @Nullable String decidedBy,
        String consent,
        List<String> consentScopes,
        @Nullable Instant consentUntil) {
    public static final Shown NOTHING_YET =
            new Shown(null, List.of(), null, null, null, null, "not_asked", List.of(), null);
}
