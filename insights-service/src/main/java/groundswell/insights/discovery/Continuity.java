package groundswell.insights.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which of the groups found now is one that was found before: it keeps its identity while half of its tickets stay together. Pure. */
final class Continuity {
    private record Overlap(UUID before, int group, int tickets) {}

    /**
     * @param before the tickets of each discovery there is
     * @return by the place of a group in the list, the discovery that it goes on; none for a new one
     */
    static Map<Integer, UUID> of(Map<UUID, Set<UUID>> before, List<Set<UUID>> groups) {
        var overlaps = new ArrayList<Overlap>();
        before.forEach((id, tickets) -> {
            for (int i = 0; i < groups.size(); i++) {
                var group = groups.get(i);
                int common = (int) group.stream().filter(tickets::contains).count();
                if (common > 0 && 2 * common >= tickets.size()) {
                    overlaps.add(new Overlap(id, i, common));
                }
            }
        });
        overlaps.sort(Comparator.comparingInt(Overlap::tickets)
                .reversed()
                .thenComparing(Overlap::before)
                .thenComparing(Overlap::group));
        var goesOn = new HashMap<Integer, UUID>();
        var taken = new HashSet<UUID>();
        for (var overlap : overlaps) {
            if (!goesOn.containsKey(overlap.group()) && taken.add(overlap.before())) {
                goesOn.put(overlap.group(), overlap.before());
            }
        }
        return goesOn;
    }

    private Continuity() {}
}
