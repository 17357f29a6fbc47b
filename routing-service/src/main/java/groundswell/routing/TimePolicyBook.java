package groundswell.routing;

import java.time.Instant;

/** The time policies, which people change while tickets are open. */
public interface TimePolicyBook {
    /** The one in force; a change elsewhere is in force here within a second. */
    TimePolicy now();

    /** The one under which a ticket of that time was opened; the first for one that is older than all. */
    TimePolicy inForceAt(Instant openedAt);

    /** As it was; where that version is not known, as it is. */
    TimePolicy at(int version);
}
