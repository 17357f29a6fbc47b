package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.Assignments;
import groundswell.routing.Decision;
import groundswell.routing.LanguageTeller;
import groundswell.routing.PolicyInForce;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.Lane;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.RoutingPolicy;
import groundswell.routing.RoutingState;
import groundswell.routing.Teams;
import groundswell.routing.TextReader;
import groundswell.routing.TicketFacts;
import groundswell.routing.choosing.TicketNews.AssignmentRefused;
import groundswell.routing.choosing.TicketNews.TicketAssigned;
import groundswell.routing.choosing.TicketNews.TicketClosed;
import groundswell.routing.choosing.TicketNews.TicketMerged;
import groundswell.routing.choosing.TicketNews.TicketOpened;
import groundswell.routing.choosing.TicketNews.TicketPrioritised;
import groundswell.routing.choosing.TicketNews.TicketReopened;
import groundswell.routing.choosing.TicketNews.TicketResolved;
import groundswell.routing.choosing.TicketNews.TicketUnmerged;
import groundswell.routing.choosing.WhenTicketOpenedThenRoute.Prepared;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Policy: a new ticket is routed, by a rule at once, else once its text was read. What people do with tickets meanwhile is
 * followed: a person's own assignment becomes the decision, one to a team that is not there leads to triage, and a ticket
 * that is reopened without a team is asked for again. The inbox calls it with one partition's batch, in order and once per
 * position, inside the transaction that stores the position.
 */
@Singleton
public class WhenTicketOpenedThenRoute implements BatchPolicy<List<Prepared>> {
    /**
     * One event, and what could be found out before the transaction.
     *
     * @param decision of a rule, or where texts are not read; null where the text must be read first
     * @param toNobody it was given to a team that is not one of ours: nobody there would see it
     */
    record Prepared(
            TicketNews news, Delivery delivery, @Nullable Decision decision, boolean toNobody) {}

    private final PolicyInForce policy;
    private final Teams teams;
    private final TextReader reader;
    private final LanguageTeller languages;
    private final SealedTexts texts;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Assignments assignments;
    private final Recorder recorder;
    private final ReadingQueue queue;
    private final Clock clock;

    WhenTicketOpenedThenRoute(
            PolicyInForce policy,
            Teams teams,
            TextReader reader,
            LanguageTeller languages,
            SealedTexts texts,
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            Assignments assignments,
            Recorder recorder,
            ReadingQueue queue,
            Clock clock) {
        this.policy = policy;
        this.teams = teams;
        this.reader = reader;
        this.languages = languages;
        this.texts = texts;
        this.journal = journal;
        this.assignments = assignments;
        this.recorder = recorder;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public List<Prepared> prepare(List<Delivery> batch) {
        var now = policy.now();
        return batch.stream()
                .filter(delivery -> TicketNews.FORMAT.knows(delivery.type()))
                .map(delivery -> prepare(delivery, now))
                .toList();
    }

    private Prepared prepare(Delivery delivery, RoutingPolicy now) {
        var news = TicketNews.FORMAT.read(delivery.type(), delivery.data());
        if (news instanceof TicketAssigned e && teams.isElsewhere(e.team()))
            return new Prepared(e.withoutTeam(), delivery, null, true);
        return new Prepared(
                news, delivery, news instanceof TicketOpened e ? unread(e, now).orElse(null) : null, false);
    }

    /** The decision without a reading, where a rule makes it or where nothing reads texts. */
    private Optional<Decision> unread(TicketOpened e, RoutingPolicy now) {
        var text = now.rules().readText()
                ? texts.open(e.ticketId(), e.messageId(), e.subject(), e.description())
                : Optional.<String>empty();
        var facts = new TicketFacts(
                e.channel(),
                e.accountId(),
                e.plan(),
                e.bigCustomer(),
                Set.copyOf(e.tags()),
                e.priority(),
                e.productArea(),
                text.orElse(null),
                text.flatMap(languages::languageOf).orElse(null));
        return reader.reads() ? now.byRule(facts) : Optional.of(now.decide(facts, null));
    }

    @Override
    public void apply(List<Prepared> batch, InboxTransaction transaction) throws SQLException {
        if (batch.isEmpty()) return;
        var routing = new BatchRouting(transaction, assignments, journal);
        routing.begin(batch);
        for (var one : batch) {
            var standing = routing.follow(one);
            if (standing == null) continue;
            switch (one.news()) {
                case TicketOpened e -> {
                    if (one.decision() != null) {
                        routing.found(one.decision().of(e.ticketId(), 0, clock.instant()), causedBy(one.delivery()));
                    }
                }
                case TicketAssigned e
                when one.toNobody() -> {
                    if (standing.lane() != Lane.TRIAGE) routing.found(byPerson(e, standing), whoCaused(one.delivery()));
                }
                case TicketAssigned e
                when standing.assignedOtherwise() -> routing.found(byPerson(e, standing), whoCaused(one.delivery()));
                case AssignmentRefused e ->
                    routing.again(e, standing).ifPresent(decision -> routing.found(decision, causedBy(one.delivery())));
                case TicketReopened _, TicketUnmerged _ ->
                    routing.openAgain(one.news().ticketId(), causedBy(one.delivery()));
                case TicketResolved _ -> routing.resolved(standing, whoCaused(one.delivery()));
                case TicketAssigned _, TicketPrioritised _, TicketClosed _, TicketMerged _ -> {}
            }
        }
        var toRead = reader.reads() ? routing.opened() : List.<UUID>of();
        queue.add(toRead, transaction.connection());
        routing.end(recorder);
        if (!toRead.isEmpty()) transaction.afterCommit(() -> queue.signal(toRead.size()));
    }

    private TicketRouted byPerson(TicketAssigned e, Standing standing) {
        var decision =
                e.team() == null ? Decision.backToTriage(standing.decidedTeam()) : Decision.byAgent(e.team(), null);
        return decision.of(e.ticketId(), e.assignmentRevision(), e.at());
    }

    private static Cause causedBy(Delivery delivery) {
        return new Cause(
                Finding.POLICY,
                delivery.cause().correlationId(),
                Objects.toString(delivery.eventId()),
                delivery.cause().traceparent());
    }

    private static Cause whoCaused(Delivery delivery) {
        return new Cause(
                delivery.cause().actor(),
                delivery.cause().correlationId(),
                Objects.toString(delivery.eventId()),
                delivery.cause().traceparent());
    }
}
