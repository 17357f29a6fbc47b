package groundswell.routing;

import groundswell.routing.TeamEvent.TeamDefined;
import java.time.Instant;

/**
 * A team that answers tickets. Who belongs to it is said by the {@link Roster}.
 *
 * @param code what decisions name, such as {@code revenue}
 */
public record Team(String code, String name, String description) {
    public String stream() {
        return "team:" + code;
    }

    public TeamDefined defined(Roster roster, DealingRules dealing, Instant at) {
        return new TeamDefined(code, name, roster.members(code), dealing, at);
    }
}
