package groundswell.routing.dealing;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.Submission;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import groundswell.routing.AssignTicket;
import groundswell.routing.Assignments;
import groundswell.routing.Colleague;
import groundswell.routing.DealingRules;
import groundswell.routing.DealingRules.Mode;
import groundswell.routing.PresenceBook;
import groundswell.routing.RosterInForce;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.HandOnReason;
import groundswell.routing.RoutingEvent.TicketHandedOn;
import groundswell.routing.RoutingState;
import groundswell.routing.Teams;
import groundswell.routing.dealing.Dealing.Deal;
import groundswell.routing.dealing.DeskTable.Desk;
import groundswell.routing.setup.RoutingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Policy: once a second every team's tickets are taken from those who cannot answer them and given to those who are at
 * work. One replica deals for a team at a time; the turn is kept beside the team. Tickets change hands by commands to
 * ticket-service that have seen the assignment they change: what a person does meanwhile wins.
 */
@Singleton
class WhenAtWorkThenDeal {
    private static final Logger LOG = Logger.getLogger(WhenAtWorkThenDeal.class);
    private static final String ACTOR = "policy:when-at-work-then-deal";
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 200;
    private static final int MOST = 20_000;

    private record People(Map<UUID, Colleague> all, Set<UUID> departed) {
        List<Colleague> of(String team) {
            return all.values().stream()
                    .filter(person -> person.team().equals(team))
                    .toList();
        }
    }

    private final DataSource database;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Assignments assignments;
    private final RosterInForce roster;
    private final PresenceBook presence;
    private final Teams teams;
    private final Clock clock;
    private final boolean deals;
    private @Nullable Thread thread;
    private volatile boolean stopped;

    WhenAtWorkThenDeal(
            DataSource database,
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            Assignments assignments,
            RosterInForce roster,
            PresenceBook presence,
            Teams teams,
            Clock clock,
            RoutingConfig config) {
        this.database = database;
        this.journal = journal;
        this.assignments = assignments;
        this.roster = roster;
        this.presence = presence;
        this.teams = teams;
        this.clock = clock;
        this.deals = config.dealing() == RoutingConfig.Switch.ON;
    }

    void start(@Observes @Priority(400) StartupEvent event) {
        if (deals) thread = Thread.ofPlatform().name("dealer").daemon().start(this::dealUntilStopped);
    }

    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void dealUntilStopped() {
        while (!stopped) {
            try {
                dealAll();
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("Dealing failed (%s) and is tried again", e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(PERIOD);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** One round over all teams, and over what people have that no team has; one that fails holds up none of the others. */
    void dealAll() throws SQLException {
        var people = people();
        for (var team : teams.codes()) {
            attempt(team, transaction -> {
                var desk = new DeskTable(transaction.connection());
                var locked = desk.lock(team);
                if (locked.isPresent()) deal(team, locked.get(), desk, people, transaction);
                return team;
            });
        }
        attempt("no team", transaction -> {
            handOn(null, DealingRules.USUAL, new DeskTable(transaction.connection()), people, transaction);
            return people;
        });
    }

    private void attempt(String team, OwnTransaction.Work<?> work) throws SQLException {
        try {
            OwnTransaction.run(database, work);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Dealing for %s failed and is tried again", team);
        }
    }

    private People people() {
        var away = presence.away();
        var all = new HashMap<UUID, Colleague>();
        roster.now().places().forEach((id, place) -> all.put(id, Colleague.of(id, place, away.get(id))));
        return new People(all, presence.departed());
    }

    private void deal(String team, Desk desk, DeskTable table, People people, InboxTransaction transaction)
            throws SQLException {
        var dealing = dealing(team, desk, table, people.of(team));
        var revisions = new HashMap<UUID, Integer>();
        dealing.deals()
                .forEach(deal ->
                        revisions.put(deal.ticket().ticketId(), deal.ticket().revision()));
        var locked = table.lock(revisions);
        var deals = dealing.deals().stream()
                .filter(deal -> locked.contains(deal.ticket().ticketId()))
                .toList();
        if (!deals.isEmpty()) ask(deals, team, desk, dealing, table, transaction);
        handOn(team, desk.rules(), table, people, transaction); // last: it appends, and rows are locked before slots
    }

    private void ask(
            List<Deal> deals, String team, Desk desk, Dealing dealing, DeskTable table, InboxTransaction transaction)
            throws SQLException {
        var mode = desk.rules().mode().toString();
        table.asked(deals);
        table.turn(team, dealing.last());
        assignments.ask(
                deals.stream()
                        .map(deal -> wish(
                                deal.ticket().ticketId(),
                                team,
                                deal.person(),
                                deal.ticket().revision(),
                                mode))
                        .toList(),
                transaction);
    }

    /** Looks further down a queue whose first tickets all wait for somebody who is not there. */
    private Dealing dealing(String team, Desk desk, DeskTable table, List<Colleague> people) throws SQLException {
        var nothing = new Dealing(List.of(), desk.last());
        var now = clock.instant();
        if (desk.rules().mode() == Mode.MANUAL || people.stream().noneMatch(person -> person.atWork(now)))
            return nothing;
        for (int some = AT_A_TIME; ; some *= 8) {
            var queue = table.queue(team, some);
            if (queue.isEmpty()) return nothing;
            var dealing = Dealing.of(desk.rules(), people, table.load(), queue, desk.last(), now);
            if (!dealing.deals().isEmpty() || queue.size() < some || some > MOST) return dealing;
        }
    }

    /** @param team null for tickets that people took before these had one */
    private void handOn(
            @Nullable String team, DealingRules rules, DeskTable table, People people, InboxTransaction transaction)
            throws SQLException {
        var now = clock.instant();
        var reasons = new LinkedHashMap<Held, HandOnReason>();
        var revisions = new HashMap<UUID, Integer>();
        for (var ticket : table.held(team)) {
            HandingOn.reason(ticket, people.all().get(ticket.person()), people.departed(), rules, now)
                    .ifPresent(reason -> {
                        reasons.put(ticket, reason);
                        revisions.put(ticket.ticketId(), ticket.revision());
                    });
        }
        var locked = table.lock(revisions);
        var wishes = new ArrayList<AssignTicket>();
        var events = new ArrayList<TicketHandedOn>();
        reasons.forEach((ticket, reason) -> {
            if (!locked.contains(ticket.ticketId())) return;
            events.add(new TicketHandedOn(ticket.ticketId(), team, ticket.person(), reason, ticket.revision(), now));
            wishes.add(wish(ticket.ticketId(), team, null, ticket.revision(), reason.toString()));
        });
        table.handedOn(events);
        assignments.ask(wishes, transaction);
        record(events, transaction);
    }

    private void record(List<TicketHandedOn> events, InboxTransaction transaction) throws SQLException {
        var told = events.stream()
                .map(event -> Submission.<RoutingEvent>of(event.ticketId().toString(), event, cause(event.ticketId())))
                .toList();
        for (var outcome : journal.handle(told, transaction)) {
            if (outcome instanceof Outcome.Refused<?>(var reason)) throw reason;
        }
    }

    private static AssignTicket wish(
            UUID ticket, @Nullable String team, @Nullable UUID person, int revision, String reason) {
        return new AssignTicket(UUID.randomUUID(), ticket, team, person, revision, reason, cause(ticket));
    }

    private static Cause cause(UUID ticket) {
        return Cause.of(ACTOR, ticket.toString());
    }
}
