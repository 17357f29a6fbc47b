package groundswell.routing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Who has said that they are away, and who has left. */
public interface PresenceBook {
    /** Since when each is away; whoever is not named takes tickets. */
    Map<UUID, Instant> away();

    /** Who has left the house's teams and is of none now. */
    java.util.Set<UUID> departed();
}
