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
import groundswell.routing.setup.Shipped;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rules as a stream of versions: those shipped until somebody changes them. A newer shipped file replaces an older one,
 * and never what people wrote.
 */
@Singleton
public class StoredRules implements RuleBook {
    /** How long a change made elsewhere may take to be in force here. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    record RulesFile(int version, List<Rule> rules) {}

    private record Read(Rules rules, long at) {}

    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final RulesFile shipped;
    private final Clock clock;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();
    private final Map<Integer, Rules> versions = new ConcurrentHashMap<>();

    StoredRules(Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Shipped shipped, Teams teams, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.shipped = shipped.read("rules.yaml", RulesFile.class);
        this.shipped.rules().forEach(rule -> check(rule, teams));
    }

    /** Once the journal runs. */
    void publish(@Observes @Priority(300) StartupEvent event) {
        var present = published();
        boolean newer = present.isEmpty()
                || (present.get().shipped() > 0 && present.get().shipped() < shipped.version());
        if (!newer) return;
        int version = present.map(RulesPublished::version).orElse(0);
        var next = new RulesPublished(version + 1, shipped.rules(), shipped.version(), null, clock.instant());
        journal.handle(Submission.of(Rules.STREAM, next, Cause.of("system:routing-service", Rules.STREAM)));
        last.set(null);
    }

    @Override
    public Rules now() {
        var read = last.get();
        long now = System.nanoTime();
        if (read != null && now - read.at() < FRESH.toNanos()) return read.rules();
        var rules = published().map(StoredRules::rules).orElseGet(() -> new Rules(shipped.version(), shipped.rules()));
        last.set(new Read(rules, now));
        return rules;
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
        last.set(null);
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
