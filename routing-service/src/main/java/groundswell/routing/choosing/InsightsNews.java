package groundswell.routing.choosing;

import groundswell.journal.JsonEvents;
import groundswell.routing.Theme;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Our reading of {@code insights.events.v1}: what people said of tickets that no theme fitted, the most typical first. */
public sealed interface InsightsNews {
    JsonEvents<InsightsNews> FORMAT = JsonEvents.of("groundswell.insights", "", InsightsNews.class, InsightsNews::at);

    /** Code of the theme that they are about. */
    String theme();

    List<UUID> tickets();

    Instant at();

    /** They are a theme of their own. */
    record ThemeAdopted(
            String theme,
            String name,
            String team,
            String description,
            List<String> phrasings,
            List<UUID> tickets,
            Instant at)
            implements InsightsNews {
        Theme asTheme() {
            return new Theme(theme, name, team, description, phrasings);
        }
    }

    /** They belong to a theme that there is. */
    record DiscoveryMerged(String theme, List<UUID> tickets, Instant at) implements InsightsNews {}
}
