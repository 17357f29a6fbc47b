package groundswell.routing.rule;

import groundswell.routing.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules, and what it changed; rules by their ids.
 *
 * @param by who did, such as {@code agent:<id>}; {@code system:routing-service} for shipped ones
 * @param moved rules that stand elsewhere among those that stayed
 */
public record RuleChange(
        int version,
        Instant at,
        String by,
        @Nullable String note,
        List<String> added,
        List<String> removed,
        List<String> changed,
        List<String> moved) {
    static RuleChange between(
            List<Rule> before, List<Rule> after, int version, Instant at, String by, @Nullable String note) {
        var stayedBefore = ids(before).stream().filter(ids(after)::contains).toList();
        var stayedAfter = ids(after).stream().filter(ids(before)::contains).toList();
        return new RuleChange(
                version,
                at,
                by,
                note,
                ids(after).stream().filter(id -> !ids(before).contains(id)).toList(),
                ids(before).stream().filter(id -> !ids(after).contains(id)).toList(),
                after.stream()
                        .filter(rule -> stayedAfter.contains(rule.id()) && !before.contains(rule))
                        .map(Rule::id)
                        .toList(),
                stayedAfter.stream()
                        .filter(id -> stayedBefore.indexOf(id) != stayedAfter.indexOf(id))
                        .toList());
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }
}
