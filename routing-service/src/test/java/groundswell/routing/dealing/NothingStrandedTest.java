package groundswell.routing.dealing;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.Colleague;
import groundswell.routing.DealingRules;
import groundswell.routing.DealingRules.Mode;
import groundswell.routing.Roster.Place;
import groundswell.routing.WeeklyShift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A month of a house, minute by minute: three teams on three continents whose people come, go, leave and join, with
 * tickets, answers, customers who write at night, and commands that are late, twice there, or held up by a broker that is
 * away. At every minute each open ticket is in exactly one visible place: the triage lane, its team's queue, or with a
 * person; and it stays with nobody who cannot answer it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NothingStrandedTest {
    private static final Instant BEGIN = Instant.parse("2026-03-15T00:00:00Z"); // Europe's clocks change on the 29th
    private static final int MONTH = 31 * 24 * 60;
    private static final List<String> TEAMS = List.of("product", "revenue", "reliability");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "America/Los_Angeles");

    /** A command takes so many minutes at most while the broker is there. */
    private static final int SLOWEST = 3;

    private static final class Ticket {
        final UUID id;
        final Instant openedAt;

        @Nullable
        String team;

        @Nullable
        UUID person;

        int revision;
        Instant since;
        boolean unanswered = true;
        boolean pending;
        boolean open = true;

        int dealtRevision = -1;

        @Nullable
        UUID dealtTo;

        @Nullable
        Instant wrongSince;

        Ticket(UUID id, Instant at) {
            this.id = id;
            this.openedAt = at;
            this.since = at;
        }

        boolean asked() {
            return dealtRevision >= revision;
        }
    }

    /** As ticket-service handles it: refused where the assignment has moved on. */
    private record Command(
            Instant arrives,
            long place,
            Ticket ticket,
            String team,
            @Nullable UUID person,
            int revision) {}

    private final Map<UUID, Ticket> tickets = new LinkedHashMap<>();
    private final Map<UUID, Colleague> people = new HashMap<>();
    private final Set<UUID> departed = new HashSet<>();
    private final PriorityQueue<Command> broker =
            new PriorityQueue<>(Comparator.comparing(Command::arrives).thenComparingLong(Command::place));
    private final Map<String, @Nullable UUID> turns = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Instant brokerAwayUntil = BEGIN;
    private long ids;
    private int opened, handedOn, dealt, answered;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_open_ticket_is_in_one_place_where_somebody_sees_it(long seed) {
        var random = new Random(seed);
        for (var team : TEAMS) for (int i = 0; i < 4; i++) join(team, ZONES.get(i % 3), random);
        var now = BEGIN;
        for (int minute = 0; minute < MONTH; minute++, now = now.plus(Duration.ofMinutes(1))) {
            change(now, random);
            deliver(now);
            if (random.nextInt(500) != 0) { // now and then every replica is down for a round
                for (var team : TEAMS) deal(team, now, random);
            }
            check(now);
        }
        assertThat(wrong).isEmpty();
        assertThat(opened).isGreaterThan(1_000);
        assertThat(dealt).isGreaterThan(opened);
        assertThat(handedOn).isGreaterThan(100);
        assertThat(answered).isGreaterThan(opened);
    }

    private void join(String team, String zone, Random random) {
        var id = new UUID(7, ++ids);
        var start = random.nextInt(4) + 7;
        var shift = new WeeklyShift(
                WeeklyShift.DAYS.subList(random.nextInt(2), 5 + random.nextInt(3)),
                "%02d:00".formatted(start),
                "%02d:30".formatted(start + 8));
        var skills = random.nextInt(3) == 0 ? List.of("invoices") : List.<String>of();
        people.put(id, Colleague.of(id, new Place(team, zone, List.of(shift), 1 + random.nextInt(12), skills), null));
    }

    private void change(Instant now, Random random) {
        if (random.nextInt(30) == 0) {
            var ticket = new Ticket(new UUID(8, ++ids), now);
            tickets.put(ticket.id, ticket);
            opened++;
            if (random.nextInt(5) > 0) send(now, random, ticket, any(TEAMS, random), null);
        }
        if (random.nextInt(200) == 0 && !now.isBefore(brokerAwayUntil))
            brokerAwayUntil = now.plus(Duration.ofMinutes(random.nextInt(120)));
        var person = any(List.copyOf(people.values()), random);
        if (random.nextInt(60) == 0)
            people.put(
                    person.id(),
                    new Colleague(
                            person.id(),
                            person.team(),
                            person.hours(),
                            person.capacity(),
                            person.skills(),
                            person.awaySince() == null ? now : null));
        if (random.nextInt(6_000) == 0 && people.size() > 6) {
            people.remove(person.id());
            departed.add(person.id());
            join(person.team(), any(ZONES, random), random);
        }
        if (random.nextInt(6_000) == 0)
            people.put(
                    person.id(),
                    new Colleague(
                            person.id(),
                            any(TEAMS, random),
                            person.hours(),
                            person.capacity(),
                            person.skills(),
                            person.awaySince()));
        live(now, random);
    }

    /** What people and customers do with the tickets there are. */
    private void live(Instant now, Random random) {
        for (var ticket : List.copyOf(tickets.values())) {
            var colleague = ticket.person == null ? null : people.get(ticket.person);
            if (ticket.person == null) {
                if (ticket.team == null && random.nextInt(400) == 0) assign(ticket, any(TEAMS, random), null, now);
            } else if (colleague != null && colleague.atWork(now) && random.nextInt(50) == 0) {
                ticket.unanswered = false;
                answered++;
                ticket.pending = random.nextInt(3) == 0;
                if (random.nextInt(3) == 0) ticket.open = false;
                else if (random.nextInt(20) == 0) assign(ticket, any(TEAMS, random), null, now);
            }
            if (random.nextInt(900) == 0) {
                ticket.unanswered = true;
                ticket.pending = false;
            }
            if (!ticket.open) tickets.remove(ticket.id);
        }
    }

    private void send(Instant now, Random random, Ticket ticket, String team, @Nullable UUID person) {
        var from = now.isBefore(brokerAwayUntil) ? brokerAwayUntil : now;
        for (int copies = random.nextInt(10) == 0 ? 2 : 1; copies > 0; copies--)
            broker.add(new Command(
                    from.plus(Duration.ofMinutes(random.nextInt(SLOWEST))),
                    ++ids,
                    ticket,
                    team,
                    person,
                    ticket.revision));
    }

    private void deliver(Instant now) {
        while (!broker.isEmpty() && !broker.peek().arrives().isAfter(now)) {
            var command = broker.remove();
            if (command.ticket().open && command.revision() == command.ticket().revision)
                assign(command.ticket(), command.team(), command.person(), now);
        }
    }

    private static void assign(Ticket ticket, String team, @Nullable UUID person, Instant now) {
        ticket.team = team;
        ticket.person = person;
        ticket.revision++;
        ticket.since = now;
    }

    /** As the policy does, with the rows in memory. */
    private void deal(String team, Instant now, Random random) {
        var rules = new DealingRules(team.equals("revenue") ? Mode.ROUND_ROBIN : Mode.BALANCED, 30, 30);
        var load = new HashMap<UUID, Integer>();
        var queue = new ArrayList<Waiting>();
        for (var ticket : tickets.values()) {
            var owner = ticket.asked() ? ticket.dealtTo : ticket.person;
            if (owner != null && !ticket.pending) load.merge(owner, 1, Integer::sum);
            if (!team.equals(ticket.team)) continue;
            if (ticket.asked()) continue;
            if (ticket.person == null) {
                if (!ticket.pending) queue.add(new Waiting(ticket.id, asks(ticket), ticket.since, ticket.revision));
                continue;
            }
            var held = new Held(
                    ticket.id, team, ticket.person, ticket.since, ticket.unanswered, ticket.pending, ticket.revision);
            HandingOn.reason(held, people.get(ticket.person), departed, rules, now)
                    .ifPresent(_ -> {
                        handedOn++;
                        ticket.dealtRevision = ticket.revision;
                        ticket.dealtTo = null;
                        send(now, random, ticket, team, null);
                    });
        }
        var staff = people.values().stream()
                .filter(person -> person.team().equals(team))
                .toList();
        var dealing = Dealing.of(rules, staff, load, queue, turns.get(team), now);
        turns.put(team, dealing.last());
        for (var deal : dealing.deals()) {
            dealt++;
            var ticket =
                    java.util.Objects.requireNonNull(tickets.get(deal.ticket().ticketId()));
            ticket.dealtRevision = ticket.revision;
            ticket.dealtTo = deal.person();
            send(now, random, ticket, team, deal.person());
        }
    }

    private static Set<String> asks(Ticket ticket) {
        return ticket.id.getLeastSignificantBits() % 4 == 0 ? Set.of("invoices") : Set.of();
    }

    /** Whoever has it can answer it, or it has been on its way from them no longer than commands take. */
    private void check(Instant now) {
        for (var ticket : tickets.values()) {
            var problem = problem(ticket, now);
            if (problem == null || now.isBefore(brokerAwayUntil)) {
                ticket.wrongSince = null;
                continue;
            }
            if (ticket.wrongSince == null) ticket.wrongSince = now;
            if (Duration.between(ticket.wrongSince, now).toMinutes() > 2 * SLOWEST + 2 && wrong.size() < 20)
                wrong.add(now + " " + ticket.id + " " + problem);
        }
    }

    private @Nullable String problem(Ticket ticket, Instant now) {
        if (ticket.person == null) {
            if (ticket.team == null || ticket.pending) return null; // in triage, or nobody need do anything
            boolean free = people.values().stream()
                    .filter(person -> person.team().equals(ticket.team) && person.atWork(now))
                    .anyMatch(person -> load(person.id()) < person.capacity());
            boolean patient = Duration.between(ticket.since, now).toMinutes() > 30;
            return free && patient ? "waits in the queue of " + ticket.team + " while somebody is free" : null;
        }
        var person = people.get(ticket.person);
        if (person == null) return "is with somebody who has left";
        if (ticket.pending) return null;
        boolean waitsForNextShift = !person.hours().isOpen(now)
                && !person.hours().nextOpening(ticket.since).isBefore(now);
        boolean isBackSoon =
                Duration.between(now, person.hours().nextOpening(now)).toHours() < 3;
        if (ticket.unanswered && !person.hours().isOpen(now) && !waitsForNextShift && !isBackSoon)
            return "is unanswered with somebody whose shift is over";
        var away = person.awaySince();
        if (away != null) {
            var from = away.isAfter(ticket.since) ? away : ticket.since;
            if (person.hours().between(from, now).toMinutes() > 30) return "is with somebody who is away";
        }
        return null;
    }

    private int load(UUID person) {
        int load = 0;
        for (var ticket : tickets.values()) {
            var owner = ticket.asked() ? ticket.dealtTo : ticket.person;
            if (person.equals(owner) && !ticket.pending) load++;
        }
        return load;
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
