package groundswell.routing.dealing;

import groundswell.routing.Colleague;
import groundswell.routing.DealingRules;
import groundswell.routing.DealingRules.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets which ticket of a team's queue. Pure.
 *
 * @param deals in the order of the queue; whoever is not dealt waits on, visibly
 * @param last whose turn it was last
 */
record Dealing(List<Deal> deals, @Nullable UUID last) {
    /** One ticket for one person. */
    record Deal(Waiting ticket, UUID person) {}

    /**
     * A ticket goes to somebody of the team who is at work and has room, and who has the skills that it asks for until it
     * has waited too long for them. Round robin goes on after {@code last} in the order of ids; balanced takes whoever has
     * least, and the next in turn among equals.
     *
     * @param load how many open tickets each has now
     * @param queue most urgent first
     */
    static Dealing of(
            DealingRules rules,
            Collection<Colleague> team,
            Map<UUID, Integer> load,
            List<Waiting> queue,
            @Nullable UUID last,
            Instant now) {
        if (rules.mode() == Mode.MANUAL) return new Dealing(List.of(), last);
        var atWork = team.stream()
                .filter(person -> person.atWork(now))
                .sorted(Comparator.comparing(Colleague::id))
                .toList();
        var skills = new HashSet<String>();
        team.forEach(person -> skills.addAll(person.skills()));
        var loads = new HashMap<>(load);
        var deals = new ArrayList<Deal>();
        var turn = last;
        for (var ticket : queue) {
            var needs = needs(ticket, skills, rules, now);
            var person = next(rules.mode(), atWork, loads, needs, turn);
            if (person.isEmpty()) continue;
            turn = person.get().id();
            loads.merge(turn, 1, Integer::sum);
            deals.add(new Deal(ticket, turn));
        }
        return new Dealing(deals, turn);
    }

    /** What nobody of the team can is not asked for, or it would wait in vain. */
    private static Set<String> needs(Waiting ticket, Set<String> skills, DealingRules rules, Instant now) {
        var relaxed = ticket.since().plus(Duration.ofMinutes(rules.relaxAfterMinutes()));
        if (!now.isBefore(relaxed)) return Set.of();
        var needs = new HashSet<>(ticket.asks());
        needs.retainAll(skills);
        return needs;
    }

    private static Optional<Colleague> next(
            Mode mode, List<Colleague> atWork, Map<UUID, Integer> loads, Set<String> needs, @Nullable UUID last) {
        var turn = Comparator.<Colleague, Boolean>comparing(
                        person -> last != null && person.id().compareTo(last) <= 0)
                .thenComparing(Colleague::id);
        var order = mode == Mode.BALANCED
                ? Comparator.<Colleague>comparingInt(person -> loads.getOrDefault(person.id(), 0))
                        .thenComparing(turn)
                : turn;
        return atWork.stream()
                .filter(person -> loads.getOrDefault(person.id(), 0) < person.capacity())
                .filter(person -> person.skills().containsAll(needs))
                .min(order);
    }
}
