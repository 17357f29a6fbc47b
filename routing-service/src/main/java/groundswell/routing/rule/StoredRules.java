package groundswell.routing.rule;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Recorded;
import groundswell.journal.Submission;
import groundswell.routing.Condition;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.RulesPublished;
import groundswell.routing.RoutingState;
import groundswell.routing.Rule;
import groundswell.routing.RuleBook;
import groundswell.routing.Rules;
import groundswell.routing.Teams;
import groundswell.routing.journal.Held;
import groundswell.routing.setup.Shipped;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules as a stream of versions: those shipped until somebody changes them. A newer shipped file replaces an older one,
 * and never what people wrote.
 */
@Singleton
public class StoredRules implements RuleBook {
    record RulesFile(int version, List<Rule> rules) {}

    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final RulesFile shipped;
    private final Clock clock;
    private final Held<Rules> present = new Held<>(this::read);
    private final Map<Integer, Rules> versions = new ConcurrentHashMap<>();

    StoredRules(Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Shipped shipped, Teams teams, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.shipped = shipped.read("rules.yaml", RulesFile.class);
        this.shipped.rules().forEach(rule -> check(rule, teams));
    }

    /** Once the journal runs. */
    void publish(@Observes @Priority(300) StartupEvent event) {
        var before = published();
        boolean newer =
                before.isEmpty() || (before.get().shipped() > 0 && before.get().shipped() < shipped.version());
        if (!newer) return;
        int version = before.map(RulesPublished::version).orElse(0);
        var next = new RulesPublished(version + 1, shipped.rules(), shipped.version(), null, clock.instant());
        journal.handle(Submission.of(Rules.STREAM, next, Cause.of("system:routing-service", Rules.STREAM)));
        present.changed();
    }

    @Override
    public Rules now() {
        return present.get();
    }

    private Rules read() {
        return published().map(StoredRules::rules).orElseGet(() -> new Rules(shipped.version(), shipped.rules()));
    }

    @Override
    public Rules at(int version) {
        var now = now();
        if (now.version() == version) return now;
        if (!versions.containsKey(version)) {
            history().forEach(recorded -> {
                if (recorded.event() instanceof RulesPublished e) versions.put(e.version(), rules(e));
            });
        }
        return versions.getOrDefault(version, now);
    }

    /** Every version with who made it, oldest first. */
    List<Recorded<RoutingEvent>> history() {
        return journal.read(Rules.STREAM);
    }

    /**
     * @param expected the version that was changed
     * @throws groundswell.journal.JournalRefused where there is a newer one
     */
    Rules change(List<Rule> rules, @Nullable String note, int expected, Cause cause) {
        var next = new RulesPublished(expected + 1, rules, 0, note, clock.instant());
        journal.handle(Submission.<RoutingEvent>of(Rules.STREAM, next, cause).expecting(expected));
        present.changed();
        return new Rules(expected + 1, rules);
    }

    private Optional<RulesPublished> published() {
        return journal.head(Rules.STREAM).map(head -> head.state().rules());
    }

    private static Rules rules(RulesPublished e) {
        return new Rules(e.version(), e.rules());
    }

    /** A rule that could send a ticket nowhere stops the start. */
    private static void check(Rule rule, Teams teams) {
        if (teams.team(rule.team()).isEmpty())
            throw new IllegalStateException("Rule " + rule.id() + " names no team: " + rule.team());
        if (rule.when().equals(Condition.ANY))
            throw new IllegalStateException("Rule " + rule.id() + " asks for nothing and would take every ticket");
    }
}
