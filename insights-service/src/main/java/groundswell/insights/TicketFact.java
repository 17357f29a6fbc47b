package groundswell.insights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Our reading of what the other services publish: only the types and fields that a count can depend on. Two topics
 * bring them, in no agreed order; the two branches never write the same half of a {@link CountedTicket}, which is why
 * the order does not matter.
 */
public sealed interface TicketFact {
    UUID ticketId();

    Instant at();

    /** From {@code ticket.events.v1}: what happened at the desk. */
    sealed interface DeskFact extends TicketFact {}

    /** From {@code routing.events.v1}: what the ticket is about and who should answer it. */
    sealed interface RoutingFact extends TicketFact {}

    /**
     * {@code at} is the original time where the ticket was imported.
     *
     * @param history {@code first} or {@code repeat}: whether its requester had opened a ticket before
     * @param automatic written by a machine; false where its publisher did not say
     */
    record Opened(
            UUID ticketId,
            long number,
            String channel,
            String plan,
            String history,
            List<String> tags,
            UUID requesterId,
            boolean automatic,
            Instant at)
            implements DeskFact {
        /** Stands for a plan the customer did not state. */
        public static final String NO_PLAN = "none";

        /** Stands for a ticket whose publisher did not say whether it is its requester's first. */
        public static final String NO_HISTORY = "unknown";

        /** Fields that are missing or null say that nothing was said. */
        public Opened {
            plan = plan == null ? NO_PLAN : plan;
            history = history == null ? NO_HISTORY : history;
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    record Tagged(UUID ticketId, List<String> added, List<String> removed, Instant at) implements DeskFact {}

    record Assigned(
            UUID ticketId, @Nullable String team, @Nullable UUID assigneeId, Instant at) implements DeskFact {}

    record Replied(UUID ticketId, Instant at) implements DeskFact {}

    record CustomerReplied(UUID ticketId, Instant at) implements DeskFact {}

    record Started(UUID ticketId, Instant at) implements DeskFact {}

    record Paused(UUID ticketId, Instant at) implements DeskFact {}

    record Resumed(UUID ticketId, Instant at) implements DeskFact {}

    record Resolved(UUID ticketId, Instant at) implements DeskFact {}

    record Closed(UUID ticketId, Instant at) implements DeskFact {}

    /** {@code score} is 1 to 5; a later one takes its place, and a reopening voids it. */
    record Rated(UUID ticketId, int score, Instant at) implements DeskFact {}

    /** Support alone can't resolve it; {@code reason} is the latest. */
    record Escalated(UUID ticketId, String reason, Instant at) implements DeskFact {}

    record EscalationWithdrawn(UUID ticketId, Instant at) implements DeskFact {}

    /** It goes on in another ticket of the same customer, and counts there alone. */
    record Merged(UUID ticketId, Instant at) implements DeskFact {}

    /** It is a ticket of its own again, as if it had always been. */
    record Unmerged(UUID ticketId, Instant at) implements DeskFact {}

    record Reopened(UUID ticketId, Instant at) implements DeskFact {}

    /**
     * A ticket's main theme, and what else it is about; a later reading takes the place of both.
     *
     * @param secondary sorted, and without the main one
     * @param confidence its probability, from 0 to 1; null where its publisher did not say
     */
    record Classified(
            UUID ticketId,
            String theme,
            List<String> secondary,
            @Nullable Double confidence,
            Instant at) implements RoutingFact {
        public Classified {
            secondary = secondary == null
                    ? List.of()
                    : secondary.stream()
                            .filter(Predicate.not(theme::equals))
                            .distinct()
                            .sorted()
                            .toList();
        }

        /** The same under the codes that have taken the themes' places. */
        public Classified under(Map<String, String> successors) {
            return new Classified(
                    ticketId,
                    successors.getOrDefault(theme, theme),
                    secondary.stream()
                            .map(code -> successors.getOrDefault(code, code))
                            .toList(),
                    confidence,
                    at);
        }
    }

    /** {@code team} is null in the triage lane. */
    record Routed(UUID ticketId, @Nullable String team, Instant at) implements RoutingFact {}
}
