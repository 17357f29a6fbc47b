package groundswell.insights;

import groundswell.insights.TicketFact.Classified;
import groundswell.insights.TicketFact.Routed;
import groundswell.insights.TicketFact.RoutingFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The half of a ticket that routing-service tells.
 *
 * @param theme null until it is classified
 * @param secondary what else it is about, sorted
 * @param confidence how sure that is, from 0 to 1; null where nobody said
 * @param team whom it was routed to; null in the triage lane
 */
public record Reading(
        @Nullable String theme,
        List<String> secondary,
        @Nullable Double confidence,
        @Nullable String team) {
    public static final Reading NONE = new Reading(null, List.of(), null, null);

    Reading evolve(RoutingFact fact) {
        return switch (fact) {
            case Classified f -> new Reading(f.theme(), f.secondary(), f.confidence(), team);
            case Routed f -> new Reading(theme, secondary, confidence, f.team());
        };
    }
}
