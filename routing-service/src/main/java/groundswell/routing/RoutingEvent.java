package groundswell.routing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact about who should answer, and what a ticket is about. Published on {@code routing.events.v1} under its kebab name
 * without the leading {@code Ticket}: {@code groundswell.routing.routed.v1}. Ids, codes and figures only; whatever was read
 * in a customer's words is recorded here once, so that nobody has to read them again.
 */
public sealed interface RoutingEvent
        permits RoutingEvent.TicketClassified,
                RoutingEvent.TicketRouted,
                RoutingEvent.TicketHandedOn,
                RoutingEvent.TicketWentStale,
                TargetEvent,
                TeamEvent,
                LearningEvent,
                Edition {
    Instant at();

    /**
     * What a ticket is about, in codes of the taxonomy.
     *
     * @param theme the main theme
     * @param secondary further themes that are likely too, most likely first
     * @param confidence probability of the main theme, 0 to 1; 1 where a person said so
     * @param model what read the text, such as {@code bge-small-q/taxonomy@1#5f0c1d2e}; {@value PERSON} where a person did
     * @param from the theme that it takes the place of; null where it is the ticket's first
     */
    record TicketClassified(
            UUID ticketId,
            String theme,
            List<String> secondary,
            double confidence,
            String model,
            @Nullable String from,
            Instant at)
            implements RoutingEvent {
        private static final String PERSON = "person";

        public static TicketClassified byPerson(UUID ticketId, String theme, @Nullable String from, Instant at) {
            return new TicketClassified(ticketId, theme, List.of(), 1, PERSON, from, at);
        }

        public boolean saidByPerson() {
            return model.equals(PERSON);
        }
    }

    /**
     * Where a ticket goes, with everything that explains it.
     *
     * @param team the team, or null in the triage lane
     * @param bestTeam the best guess, also where it was too weak to act on
     * @param confidence probability of {@code bestTeam}, 0 to 1; 1 where a rule or a person decided
     * @param rule id of the rule that matched
     * @param reason code that an agent gave for moving it
     * @param words of the taxonomy's own phrasings that the text shares and that speak most for its theme; none that only
     *     customers use
     * @param alternatives every team with its probability, most probable first
     * @param wouldChange codes, such as {@code rule:security-to-revenue} or {@code confidence:0.90}
     * @param assignmentRevision the ticket's assignment that this decision has seen
     */
    record TicketRouted(
            UUID ticketId,
            Lane lane,
            @Nullable String team,
            @Nullable String bestTeam,
            double confidence,
            DecidedBy decidedBy,
            @Nullable String rule,
            @Nullable Integer rulesVersion,
            @Nullable String model,
            @Nullable String reason,
            List<Example> examples,
            List<String> words,
            List<Alternative> alternatives,
            List<String> wouldChange,
            int assignmentRevision,
            Instant at)
            implements RoutingEvent {
        /** Decisions recorded before words were have none. */
        @SuppressWarnings("NullAway") // an absent list is null until here
        public TicketRouted {
            words = words == null ? List.of() : List.copyOf(words);
        }

        /** The same decision, taken again on a newer assignment. */
        public TicketRouted having(int newerRevision, Instant now) {
            return new TicketRouted(
                    ticketId,
                    lane,
                    team,
                    bestTeam,
                    confidence,
                    decidedBy,
                    rule,
                    rulesVersion,
                    model,
                    reason,
                    examples,
                    words,
                    alternatives,
                    wouldChange,
                    newerRevision,
                    now);
        }
    }

    /**
     * Nothing has happened to an open ticket for too long: once for each such spell.
     *
     * @param status {@code open}, {@code in_progress} or {@code pending}
     * @param since its last sign of life
     */
    record TicketWentStale(UUID ticketId, String status, Instant since, Instant at) implements RoutingEvent {}

    /**
     * A ticket was taken from a person who cannot answer it, and is in its team's queue again.
     *
     * @param team null where it has none yet
     * @param assignmentRevision the assignment that is undone
     */
    record TicketHandedOn(
            UUID ticketId, @Nullable String team, UUID from, HandOnReason reason, int assignmentRevision, Instant at)
            implements RoutingEvent {}

    /** Why a ticket did not stay with its person. */
    enum HandOnReason {
        /** Their working hours are over, and the customer waits for an answer. */
        SHIFT_ENDED,
        /** They have been away for too much of their working time. */
        ABSENT,
        /** They are not of the team any more. */
        LEFT;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a ticket waits: with a team, or in the lane where a person decides. */
    enum Lane {
        TEAM,
        TRIAGE;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who or what decided; {@code NONE} where there was nothing to go by. */
    enum DecidedBy {
        RULE,
        MODEL,
        AGENT,
        NONE;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the ticket's text is close to.
     *
     * @param phrase id of a phrasing of the taxonomy, such as {@code billing-double-charge#3}, or of a ticket on the ledger,
     *     such as {@code ticket:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d}
     * @param similarity cosine, at most 1
     */
    record Example(String theme, String phrase, double similarity) {}

    /** A team that might have been right. */
    record Alternative(String team, double probability) {}
}
