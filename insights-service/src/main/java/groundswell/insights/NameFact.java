package groundswell.insights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From {@code routing.events.v1}: what the codes that we count by are called. */
public sealed interface NameFact {
    Instant at();

    /**
     * The whole taxonomy; a higher version takes the place of a lower.
     *
     * @param replaced themes that were merged, by the code that took them
     */
    record TaxonomyPublished(
            int version, List<Theme> themes, @Nullable Map<String, String> replaced, Instant at) implements NameFact {
        /** The code that a theme's tickets count under now: merged themes live on in the one that took them. */
        public Map<String, String> successors() {
            var successors = new TreeMap<String, String>();
            if (replaced != null) {
                for (var code : replaced.keySet()) {
                    var now = code;
                    for (int steps = 0; replaced.containsKey(now) && steps < replaced.size(); steps++) {
                        now = replaced.get(now);
                    }
                    successors.put(code, now);
                }
            }
            return successors;
        }
    }

    record TeamDefined(String team, String name, Instant at) implements NameFact {}

    record Theme(String code, String name, String team) {}
}
