package groundswell.routing;

import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a team is chosen: the first matching rule; else what the text reads like, if that is clear enough; else the triage
 * lane, where a person decides. Never guessed, never dropped. Pure: the same ticket, rules and reading give the same
 * decision for ever.
 */
public final class RoutingPolicy {
    /** At most so many rules are named as what would have changed a decision: more would explain less. */
    private static final int NEAR_MISSES = 3;

    private final Rules rules;
    private final double floor;

    /**
     * @param floor the least probability of a team at which a text alone assigns, 0 to 1
     */
    public RoutingPolicy(Rules rules, double floor) {
        this.rules = rules;
        this.floor = floor;
    }

    public Rules rules() {
        return rules;
    }

    /** The decision that needs no reading of the text, if a rule makes it. */
    public Optional<Decision> byRule(TicketFacts ticket) {
        return rules.firstMatching(ticket).map(this::because);
    }

    /** The decision; {@code reading} is null where there is no text or nothing that could read it. */
    public Decision decide(TicketFacts ticket, @Nullable Reading reading) {
        return byRule(ticket).orElseGet(() -> reading == null ? unread(ticket) : read(ticket, reading));
    }

    private Decision because(Rule rule) {
        var wouldChange = new ArrayList<String>();
        wouldChange.add("without:" + rule.id());
        rules.before(rule).stream()
                .filter(earlier -> !earlier.team().equals(rule.team()))
                .limit(NEAR_MISSES)
                .forEach(earlier -> wouldChange.add("rule:" + earlier.id()));
        return new Decision(
                Lane.TEAM,
                rule.team(),
                rule.team(),
                1,
                DecidedBy.RULE,
                rule.id(),
                rules.version(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                wouldChange);
    }

    private Decision read(TicketFacts ticket, Reading reading) {
        var best = reading.best();
        boolean clear = best.probability() >= floor;
        var wouldChange = new ArrayList<String>();
        wouldChange.add("confidence:" + String.format(Locale.ROOT, "%.2f", floor));
        rules.nearMisses(ticket, rule -> !clear || !rule.team().equals(best.team()), NEAR_MISSES)
                .forEach(rule -> wouldChange.add("rule:" + rule.id()));
        return new Decision(
                clear ? Lane.TEAM : Lane.TRIAGE,
                clear ? best.team() : null,
                best.team(),
                best.probability(),
                DecidedBy.MODEL,
                null,
                rules.version(),
                reading.model(),
                null,
                reading.examples(),
                reading.words(),
                reading.teams(),
                wouldChange);
    }

    private Decision unread(TicketFacts ticket) {
        var wouldChange = new ArrayList<>(List.of("text"));
        rules.nearMisses(ticket, _ -> true, NEAR_MISSES).forEach(rule -> wouldChange.add("rule:" + rule.id()));
        return new Decision(
                Lane.TRIAGE,
                null,
                null,
                0,
                DecidedBy.NONE,
                null,
                rules.version(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                wouldChange);
    }
}
