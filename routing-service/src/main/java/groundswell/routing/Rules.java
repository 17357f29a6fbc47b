package groundswell.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules in force, in order: the first that matches decides. A decision names their version. */
public record Rules(int version, List<Rule> inOrder) {
    /** The stream that its versions are recorded in. */
    public static final String STREAM = "rules";

    public Rules {
        inOrder = List.copyOf(inOrder);
        var ids = inOrder.stream().map(Rule::id).toList();
        if (ids.stream().distinct().count() < ids.size())
            throw new IllegalArgumentException("Two rules have the same id: " + ids);
    }

    public Optional<Rule> firstMatching(TicketFacts ticket) {
        return inOrder.stream().filter(rule -> rule.when().matches(ticket)).findFirst();
    }

    /** Rules that stand before {@code rule}. */
    public List<Rule> before(Rule rule) {
        return inOrder.subList(0, inOrder.indexOf(rule));
    }

    /** Up to {@code limit} rules that nearly matched, fewest missing parts first, in order among equals. */
    public List<Rule> nearMisses(TicketFacts ticket, Predicate<Rule> of, int limit) {
        return inOrder.stream()
                .filter(of)
                .sorted(Comparator.comparingInt(
                        rule -> rule.when().missing(ticket).size()))
                .limit(limit)
                .toList();
    }

    public boolean readText() {
        return inOrder.stream().anyMatch(rule -> rule.when().readsText());
    }
}
