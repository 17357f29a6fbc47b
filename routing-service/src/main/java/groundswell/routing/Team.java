package groundswell.routing;

import groundswell.routing.RoutingEvent.TeamDefined;
import java.time.Duration;
import java.time.Instant;

/**
 * A team that answers tickets. Who belongs to it is said by the {@link Roster}.
 *
 * @param code what decisions name, such as {@code revenue}
 * @param target how long a ticket may take from its opening until it is with a team
 */
public record Team(String code, String name, String description, Duration target) {
    public String stream() {
        return "team:" + code;
    }

    public TeamDefined defined(Roster roster, DealingRules dealing, Instant at) {
        return new TeamDefined(code, name, roster.members(code), dealing, at);
    }
}
