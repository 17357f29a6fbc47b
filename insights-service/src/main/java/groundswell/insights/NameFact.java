package groundswell.insights;

import java.time.Instant;
import java.util.List;

/** From {@code routing.events.v1}: what the codes that we count by are called. */
public sealed interface NameFact {
    Instant at();

    /** The whole taxonomy; a higher version takes the place of a lower. */
    record TaxonomyPublished(int version, List<Theme> themes, Instant at) implements NameFact {}

    record TeamDefined(String team, String name, Instant at) implements NameFact {}

    record Theme(String code, String name, String team) {}
}
