package groundswell.routing;

import groundswell.routing.RoutingEvent.Member;
import groundswell.routing.RoutingEvent.TeamDefined;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A team that answers tickets.
 *
 * @param code what decisions name, such as {@code revenue}
 * @param target how long a ticket may take from its opening until it is with a team
 */
public record Team(String code, String name, String description, Duration target, List<Member> members) {
    public String stream() {
        return "team:" + code;
    }

    public TeamDefined defined(Instant at) {
        return new TeamDefined(code, name, members, at);
    }
}
