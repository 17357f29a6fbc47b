package groundswell.routing.sla;

import groundswell.routing.sla.Fact.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One ticket's facts, in the order in which they happened, whatever the order in which we learnt of them. Pure.
 *
 * @param partition of {@code ticket.events.v1}, by which we know how far we have read
 * @param policyVersion the time policy in force when it was opened
 */
record Lifeline(
        UUID ticketId,
        int partition,
        @Nullable String plan,
        String priority,
        Instant openedAt,
        int policyVersion,
        List<Fact> facts) {
    /** Nobody reads a conversation of so many messages; what is left out below changes no target. */
    private static final int LONG = 400;

    private static final Set<Kind> OF_CONVERSATION = Set.of(Kind.REPLIED, Kind.ASKED);

    /** Instants are kept as exactly as the database keeps them, or a target would seem to move by less than that. */
    Lifeline {
        openedAt = openedAt.truncatedTo(ChronoUnit.MICROS);
        facts = List.copyOf(facts);
    }

    /** What is said to have happened before the opening happened with it. A copy changes nothing. */
    Lifeline with(Fact fact) {
        if (facts.stream().anyMatch(known -> known.version() == fact.version())) return this;
        var exact = fact.at().truncatedTo(ChronoUnit.MICROS);
        var at = exact.isBefore(openedAt) ? openedAt : exact;
        var when = new Fact(fact.kind(), at, fact.version(), fact.priority(), fact.team());
        var next = new ArrayList<>(facts);
        if (fact.kind() == Kind.TOUCHED && isOlder(when, next)) return this;
        next.add(when);
        next.sort(Fact.ORDER);
        return new Lifeline(
                ticketId,
                partition,
                plan,
                priority,
                openedAt,
                policyVersion,
                next.size() > LONG ? withoutRepetitions(next) : next);
    }

    /** Of signs of life that no target depends on the last is enough; true where there is a later one. */
    private static boolean isOlder(Fact fact, List<Fact> facts) {
        boolean older =
                facts.stream().anyMatch(known -> known.kind() == Kind.TOUCHED && Fact.ORDER.compare(known, fact) > 0);
        if (!older) facts.removeIf(known -> known.kind() == Kind.TOUCHED);
        return older;
    }

    /** Of messages that follow each other from one side, the first is what counts, and the last is the last sign of life. */
    private static List<Fact> withoutRepetitions(List<Fact> facts) {
        var kept = new ArrayList<Fact>();
        for (int i = 0; i < facts.size(); i++) {
            var kind = facts.get(i).kind();
            boolean repeats = i > 0
                    && i < facts.size() - 1
                    && OF_CONVERSATION.contains(kind)
                    && facts.get(i - 1).kind() == kind
                    && facts.get(i + 1).kind() == kind;
            if (!repeats) kept.add(facts.get(i));
        }
        return kept;
    }

    /** Who had it then; empty where it was with no team, or where we did not keep which. */
    Optional<String> teamAt(Instant time) {
        return lastOfTeam(time).map(Fact::team);
    }

    boolean hasTeam() {
        return lastOfTeam(Instant.MAX)
                .map(fact -> fact.kind() == Kind.TEAM_FOUND)
                .orElse(false);
    }

    private Optional<Fact> lastOfTeam(Instant time) {
        return facts.reversed().stream()
                .filter(fact -> fact.kind() == Kind.TEAM_FOUND || fact.kind() == Kind.TEAM_LOST)
                .filter(fact -> !fact.at().isAfter(time))
                .findFirst();
    }

    Instant lastSignOfLife() {
        return facts.isEmpty() ? openedAt : facts.getLast().at();
    }

    /** {@code open}, {@code in_progress}, {@code pending}, {@code resolved} or {@code closed}; {@code merged} where another one goes on. */
    String status() {
        var status = "open";
        boolean merged = false;
        for (var fact : facts) {
            status = switch (fact.kind()) {
                case STARTED -> "in_progress";
                case PAUSED -> "pending";
                case RESUMED, REOPENED -> "open";
                case RESOLVED -> "resolved";
                case CLOSED -> "closed";
                case REPLIED -> status.equals("open") ? "in_progress" : status;
                case TEAM_FOUND, TEAM_LOST, ASKED, PRIORITISED, MERGED, UNMERGED, TOUCHED -> status;
            };
            if (fact.kind() == Kind.MERGED || fact.kind() == Kind.UNMERGED) merged = fact.kind() == Kind.MERGED;
        }
        return merged ? "merged" : status;
    }
}
