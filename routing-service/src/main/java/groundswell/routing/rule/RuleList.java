package groundswell.routing.rule;

import groundswell.routing.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of rules with one of them changed. Pure. */
final class RuleList {
    /** In the place of the one with the same id, else at the end. */
    static List<Rule> with(List<Rule> rules, Rule rule) {
        var next = new ArrayList<>(rules);
        int place = place(rules, rule);
        if (place < 0) next.add(rule);
        else next.set(place, rule);
        return next;
    }

    static List<Rule> without(List<Rule> rules, Rule rule) {
        return rules.stream().filter(one -> !one.id().equals(rule.id())).toList();
    }

    static List<Rule> up(List<Rule> rules, Rule rule) {
        return swapped(rules, place(rules, rule), -1);
    }

    static List<Rule> down(List<Rule> rules, Rule rule) {
        return swapped(rules, place(rules, rule), 1);
    }

    private static List<Rule> swapped(List<Rule> rules, int place, int by) {
        int other = place + by;
        if (place < 0 || other < 0 || other >= rules.size()) return rules;
        var next = new ArrayList<>(rules);
        Collections.swap(next, place, other);
        return next;
    }

    private static int place(List<Rule> rules, Rule rule) {
        return rules.stream().map(Rule::id).toList().indexOf(rule.id());
    }

    private RuleList() {}
}
