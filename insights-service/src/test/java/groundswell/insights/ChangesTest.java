package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.TicketFact.Assigned;
import groundswell.insights.TicketFact.Classified;
import groundswell.insights.TicketFact.Closed;
import groundswell.insights.TicketFact.CustomerReplied;
import groundswell.insights.TicketFact.DeskFact;
import groundswell.insights.TicketFact.Merged;
import groundswell.insights.TicketFact.Opened;
import groundswell.insights.TicketFact.Paused;
import groundswell.insights.TicketFact.Rated;
import groundswell.insights.TicketFact.Reopened;
import groundswell.insights.TicketFact.Replied;
import groundswell.insights.TicketFact.Resolved;
import groundswell.insights.TicketFact.Resumed;
import groundswell.insights.TicketFact.Routed;
import groundswell.insights.TicketFact.RoutingFact;
import groundswell.insights.TicketFact.Started;
import groundswell.insights.TicketFact.Tagged;
import groundswell.insights.TicketFact.Unmerged;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever way the two topics interleave, and wherever batches are cut, the counts are those of the tickets. */
class ChangesTest {
    private static final Instant START = Instant.parse("2026-03-28T20:00:00Z"); // over midnight and a change of clocks
    private static final List<String> THEMES = List.of("login", "billing", "crash"),
            TEAMS = List.of("product", "revenue", "reliability"),
            CHANNELS = List.of("email", "chat"),
            PLANS = List.of("none", "pro"),
            HISTORIES = List.of("first", "repeat"),
            TAGS = List.of("vip", "invoice");

    @Property(tries = 300)
    void every_interleaving_of_the_two_topics_in_any_batches_gives_the_same_counts(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int tickets) {
        var desk = new ArrayList<DeskFact>();
        var routing = new ArrayList<RoutingFact>();
        for (int i = 1; i <= tickets; i++) {
            desk.addAll(deskFacts(new UUID(0, i), i, random));
            routing.addAll(routingFacts(new UUID(0, i), random));
        }
        var one = counted(interleaved(desk, routing, random), random);
        var other = counted(interleaved(desk, routing, random), random);

        assertThat(one.tickets).isEqualTo(other.tickets);
        assertThat(one.quarters).isEqualTo(other.quarters).isEqualTo(recount(one.tickets.values(), false));
        assertThat(one.days).isEqualTo(other.days).isEqualTo(recount(one.tickets.values(), true));
        assertThat(one.tags).isEqualTo(other.tags).isEqualTo(tags(one.tickets.values()));
        assertThat(one.queues).isEqualTo(other.queues).isEqualTo(queues(one.tickets.values()));
    }

    @Property(tries = 500)
    void a_span_put_together_of_days_and_quarter_hours_equals_a_recount(
            @ForAll Random random,
            @ForAll @IntRange(min = -500, max = 500) int from,
            @ForAll @IntRange(max = 500) int length) {
        var span = new Span(START.plusSeconds(900L * from), START.plusSeconds(900L * (from + length)));
        var opened = random.ints(200, -600 * 900, 1_100 * 900)
                .mapToObj(START::plusSeconds)
                .toList();
        var byGrain = new HashMap<Grain, Map<Instant, Long>>();
        for (var grain : Grain.values()) {
            var counts = new HashMap<Instant, Long>();
            opened.forEach(at -> counts.merge(grain.floor(at), 1L, Long::sum));
            byGrain.put(grain, counts);
        }
        long sum = 0;
        for (var piece : span.pieces()) {
            for (var count : byGrain.get(piece.grain()).entrySet()) {
                var within =
                        !count.getKey().isBefore(piece.from()) && count.getKey().isBefore(piece.to());
                sum += within ? count.getValue() : 0;
            }
        }
        assertThat(sum).isEqualTo(opened.stream().filter(span::contains).count());
    }

    /** What the database holds, as maps. */
    private record Counted(
            Map<UUID, CountedTicket> tickets,
            Map<Cell, Long> quarters,
            Map<Cell, Long> days,
            Map<TagCell, Long> tags,
            Map<String, Load> queues) {}

    private static Counted counted(List<TicketFact> facts, Random random) {
        var counted = new Counted(new HashMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        var waiting = new ArrayDeque<>(facts);
        while (!waiting.isEmpty()) {
            var changes = new Changes();
            for (int n = 1 + random.nextInt(8); n > 0 && !waiting.isEmpty(); n--) {
                var fact = waiting.poll();
                var before = counted.tickets.getOrDefault(fact.ticketId(), CountedTicket.unheardOf(fact.ticketId()));
                var after = before.evolve(fact);
                changes.moved(before, after);
                counted.tickets.put(after.id(), after);
            }
            assertThat(changes.touchedDays())
                    .as("whoever remembers sums must hear of every change")
                    .containsAll(changes.quarters().keySet().stream()
                            .map(CountedDay::of)
                            .toList());
            changes.quarters().forEach((cell, n) -> counted.quarters.merge(cell, n, ChangesTest::sum));
            changes.days().forEach((cell, n) -> counted.days.merge(cell, n, ChangesTest::sum));
            changes.tags().forEach((cell, n) -> counted.tags.merge(cell, n, ChangesTest::sum));
            changes.queues().forEach((team, load) -> counted.queues.merge(team, load, Load::plus));
            counted.queues.values().removeIf(Load.NONE::equals);
        }
        return counted;
    }

    private static Long sum(long a, long b) {
        return a + b == 0 ? null : Long.valueOf(a + b);
    }

    private static Map<Cell, Long> recount(Collection<CountedTicket> tickets, boolean days) {
        var cells = new TreeMap<Cell, Long>();
        for (var ticket : tickets) {
            ticket.cells().forEach(cell -> cells.merge(days ? cell.day() : cell, 1L, Long::sum));
        }
        return cells;
    }

    private static Map<TagCell, Long> tags(Collection<CountedTicket> tickets) {
        var cells = new TreeMap<TagCell, Long>();
        tickets.forEach(ticket -> ticket.tagCells().forEach(cell -> cells.merge(cell, 1L, Long::sum)));
        return cells;
    }

    private static Map<String, Load> queues(Collection<CountedTicket> tickets) {
        var queues = new TreeMap<String, Load>();
        tickets.forEach(ticket -> queues.merge(ticket.team(), ticket.load(), Load::plus));
        queues.values().removeIf(Load.NONE::equals);
        return queues;
    }

    private static List<TicketFact> interleaved(List<DeskFact> desk, List<RoutingFact> routing, Random random) {
        var left = new ArrayDeque<TicketFact>(desk);
        var right = new ArrayDeque<TicketFact>(routing);
        var merged = new ArrayList<TicketFact>();
        while (!left.isEmpty() || !right.isEmpty()) {
            var takeLeft = right.isEmpty() || !left.isEmpty() && random.nextBoolean();
            merged.add(takeLeft ? left.poll() : right.poll());
        }
        return merged;
    }

    private static List<DeskFact> deskFacts(UUID id, int number, Random random) {
        var facts = new ArrayList<DeskFact>();
        var at = START.plusSeconds(random.nextInt(8 * 3600));
        facts.add(new Opened(
                id,
                number,
                any(CHANNELS, random),
                any(PLANS, random),
                any(HISTORIES, random),
                List.of("vip"),
                new UUID(2, number),
                random.nextInt(12) == 0,
                at));
        for (int n = random.nextInt(8); n > 0; n--) {
            at = at.plusSeconds(random.nextInt(3600));
            facts.add(
                    switch (random.nextInt(13)) {
                        case 0 -> new Assigned(id, any(TEAMS, random), null, at);
                        case 1 -> new Assigned(id, null, new UUID(1, 1), at);
                        case 2 -> new Replied(id, at);
                        case 3 -> new CustomerReplied(id, at);
                        case 4 -> new Started(id, at);
                        case 5 -> random.nextBoolean() ? new Paused(id, at) : new Resumed(id, at);
                        case 6 -> new Resolved(id, at);
                        case 7 -> new Closed(id, at);
                        case 8 -> new Tagged(id, List.of(any(TAGS, random)), List.of(any(TAGS, random)), at);
                        case 9 -> new Rated(id, 1 + random.nextInt(5), at);
                        case 10 -> new Merged(id, at);
                        case 11 -> new Unmerged(id, at);
                        default -> new Reopened(id, at);
                    });
        }
        return facts;
    }

    private static List<RoutingFact> routingFacts(UUID id, Random random) {
        var facts = new ArrayList<RoutingFact>();
        for (int n = random.nextInt(4); n > 0; n--) {
            facts.add(
                    random.nextBoolean()
                            ? new Classified(id, any(THEMES, random), java.util.List.of(), null, START)
                            : new Routed(id, random.nextBoolean() ? any(TEAMS, random) : null, START));
        }
        return facts;
    }

    private static String any(List<String> codes, Random random) {
        return codes.get(random.nextInt(codes.size()));
    }
}
