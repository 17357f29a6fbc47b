package groundswell.routing.rule;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.routing.Condition;
import groundswell.routing.Edition.RulesPublished;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.Rule;
import groundswell.routing.RuleBook;
import groundswell.routing.Rules;
import groundswell.routing.Teams;
import groundswell.routing.journal.Editions;
import groundswell.routing.journal.Editions.Published;
import groundswell.routing.setup.Shipped;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules, of which every change is a version. */
@Singleton
public class StoredRules implements RuleBook {
    record RulesFile(int version, List<Rule> rules) {}

    private final Editions<RulesPublished, Rules> editions;
    private final Clock clock;

    StoredRules(Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Shipped shipped, Teams teams, Clock clock) {
        this.clock = clock;
        var file = shipped.read("rules.yaml", RulesFile.class);
        file.rules().forEach(rule -> check(rule, teams));
        editions = new Editions<>(
                journal,
                Rules.STREAM,
                RulesPublished.class,
                version -> new RulesPublished(version, file.rules(), file.version(), null, clock.instant()),
                e -> new Rules(e.version(), e.rules()));
    }

    /** Once the journal runs. */
    void publish(@Observes @Priority(300) StartupEvent event) {
        editions.ship();
    }

    @Override
    public Rules now() {
        return editions.now();
    }

    @Override
    public Rules at(int version) {
        return editions.at(version);
    }

    /** Every version with who made it, oldest first. */
    List<Published<RulesPublished>> history() {
        return editions.history();
    }

    /**
     * @param expected the version that was changed
     * @throws groundswell.journal.JournalRefused where there is a newer one
     */
    Rules change(List<Rule> rules, @Nullable String note, int expected, Cause cause) {
        return editions.change(new RulesPublished(expected + 1, rules, 0, note, clock.instant()), cause);
    }

    /** A rule that could send a ticket nowhere stops the start. */
    private static void check(Rule rule, Teams teams) {
        if (teams.team(rule.team()).isEmpty())
            throw new IllegalStateException("Rule " + rule.id() + " names no team: " + rule.team());
        if (rule.when().equals(Condition.ANY))
            throw new IllegalStateException("Rule " + rule.id() + " asks for nothing and would take every ticket");
    }
}
