package groundswell.routing;

import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
                RoutingEvent.TicketWentStale,
                RoutingEvent.TicketHandedOn,
                RoutingEvent.PresenceChanged,
                RoutingEvent.QueueChanged,
                RoutingEvent.LabelLearnt,
                RoutingEvent.ModelAdopted,
                RoutingEvent.ModelRefused,
                RoutingEvent.RulesPublished,
                RoutingEvent.TimePolicyPublished,
                RoutingEvent.TaxonomyPublished,
                RoutingEvent.TeamDefined,
                TargetEvent {
    Instant at();

    /**
     * What a ticket is about, in codes of the taxonomy.
     *
     * @param theme the main theme
     * @param secondary further themes that are likely too, most likely first
     * @param confidence probability of the main theme, 0 to 1
     * @param model what read the text, such as {@code bge-small-q/taxonomy@1#5f0c1d2e}
     */
    record TicketClassified(
            UUID ticketId, String theme, List<String> secondary, double confidence, String model, Instant at)
            implements RoutingEvent {}

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
     * A ticket whose team a person confirmed or corrected: what the next model learns from. Recorded on the stream
     * {@value Labels#LEDGER}, whose version every model names.
     *
     * @param theme what it is about; the likeliest of the team's themes where the person named only the team
     * @param text what a model sees of the ticket's text, in Base64, sealed for the requester at {@link Label#place}
     * @param encoder what embedded it, such as {@code bge-small-q}; a model of another one does not learn from it
     */
    record LabelLearnt(
            UUID ticketId, Verdict verdict, String team, String theme, Sealed text, String encoder, Instant at)
            implements RoutingEvent {}

    /**
     * The model that reads from now on.
     *
     * @param ledgerVersion the ledger up to which it has learnt
     * @param labels how many labels of the ledger that were
     * @param model its name, as decisions give it
     * @param hash SHA-256 of everything it has learnt: whoever learns the same again must come to the same
     * @param comparison with the model before; null for the first, and for one of another taxonomy
     */
    record ModelAdopted(
            long ledgerVersion,
            int taxonomyVersion,
            int labels,
            String model,
            String hash,
            @Nullable Comparison comparison,
            Instant at)
            implements RoutingEvent {}

    /** A model that had learnt more and would have done worse: the one before goes on. */
    record ModelRefused(long ledgerVersion, int taxonomyVersion, int labels, Comparison comparison, Instant at)
            implements RoutingEvent {}

    /**
     * The rules in force from now on, in the order in which they are tried.
     *
     * @param version counts the changes, from 1
     * @param shipped version of the file that they came from; 0 where people wrote them
     * @param note why they were changed, by whoever did
     */
    record RulesPublished(
            int version,
            List<Rule> rules,
            int shipped,
            @Nullable String note,
            Instant at) implements RoutingEvent {}

    /**
     * The themes in force from now on.
     *
     * @param unclear texts that no theme can be told from
     * @param replaced codes of themes that are no more, with the theme that took each one's place
     * @param shipped version of the file that they came from; 0 where people changed them since
     * @param note why they were changed, by whoever did
     */
    record TaxonomyPublished(
            int version,
            List<ThemeEntry> themes,
            List<String> unclear,
            Map<String, String> replaced,
            int shipped,
            @Nullable String note,
            Instant at)
            implements RoutingEvent {
        /** The first installations published names alone. */
        @SuppressWarnings("NullAway") // what is absent is null until here
        public TaxonomyPublished {
            unclear = unclear == null ? List.of() : List.copyOf(unclear);
            replaced = replaced == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(replaced));
        }

        /** Whether people have had a hand in it; an event without phrasings is of an installation where nobody could. */
        public boolean byPeople() {
            return shipped == 0
                    && themes.stream().noneMatch(theme -> theme.phrasings().isEmpty());
        }
    }

    /**
     * What is promised to whom from now on. Tickets that are open keep what they were promised.
     *
     * @param levels the first one for a ticket's plan decides
     * @param staleMinutes by status ({@code open}, {@code in_progress}, {@code pending}): how long nothing may happen to a
     *     ticket
     * @param shipped version of the file that they came from; 0 where people wrote them
     * @param note why it was changed, by whoever did
     */
    record TimePolicyPublished(
            int version,
            List<BusinessCalendar> calendars,
            List<ServiceLevel> levels,
            Map<String, Integer> staleMinutes,
            int shipped,
            @Nullable String note,
            Instant at)
            implements RoutingEvent {
        public TimePolicyPublished {
            calendars = List.copyOf(calendars);
            levels = List.copyOf(levels);
            staleMinutes = Collections.unmodifiableMap(new TreeMap<>(staleMinutes));
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
     * A team as it is from now on.
     *
     * @param dealing how its tickets come to its people
     */
    record TeamDefined(String team, String name, List<Member> members, DealingRules dealing, Instant at)
            implements RoutingEvent {
        @SuppressWarnings("NullAway") // the first installations knew no rules
        public TeamDefined {
            dealing = dealing == null ? DealingRules.USUAL : dealing;
        }

        public TeamDefined(String team, String name, List<Member> members, Instant at) {
            this(team, name, members, DealingRules.USUAL, at);
        }
    }

    /** Whether a person takes tickets, from now on; recorded on the stream {@code person:<id>}. */
    record PresenceChanged(UUID person, boolean present, Instant at) implements RoutingEvent {}

    /**
     * A ticket was taken from a person who cannot answer it, and is in its team's queue again.
     *
     * @param team null where it has none yet
     * @param assignmentRevision the assignment that is undone
     */
    record TicketHandedOn(
            UUID ticketId, @Nullable String team, UUID from, HandOnReason reason, int assignmentRevision, Instant at)
            implements RoutingEvent {}

    /**
     * How a team's queue stands, told when that has changed.
     *
     * @param team its code, or {@code triage} for tickets that have none
     * @param waiting open tickets with nobody
     * @param oldestAt since when the one that has waited longest does
     * @param atRisk open tickets, with whomever, that were warned of
     * @param breached open tickets that have missed a time target that is still to be fulfilled
     * @param handedOn tickets taken from people who could not answer in the last 24 hours
     * @param rerouted tickets that routing had sent here and people have moved elsewhere in the last 24 hours
     * @param people of the team, in the order of their ids
     */
    record QueueChanged(
            String team,
            int waiting,
            @Nullable Instant oldestAt,
            int atRisk,
            int breached,
            int handedOn,
            int rerouted,
            List<PersonLoad> people,
            Instant at)
            implements RoutingEvent {
        public QueueChanged {
            people = List.copyOf(people);
        }

        /** Whether anything but the time of day is another than in {@code other}. */
        public boolean differsFrom(QueueChanged other) {
            return !equals(new QueueChanged(
                    other.team,
                    other.waiting,
                    other.oldestAt,
                    other.atRisk,
                    other.breached,
                    other.handedOn,
                    other.rerouted,
                    other.people,
                    at));
        }
    }

    /**
     * What a person has.
     *
     * @param open tickets that are neither resolved nor closed nor waiting for the customer
     * @param unanswered of these, where the customer waits for an answer
     */
    record PersonLoad(UUID person, boolean atWork, int open, int unanswered, int atRisk, int breached) {}

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

    /** What a person's act says of what routing had thought. */
    enum Verdict {
        ACCEPTED,
        CORRECTED;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many of the ledger's latest {@code labels} each model gives the right team, none having learnt from them. */
    record Comparison(int labels, int rightBefore, int rightAfter) {}

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

    /**
     * A theme.
     *
     * @param phrasings how people put it, written for the taxonomy; the number of one is its place, from 1
     */
    record ThemeEntry(
            String code, String name, String team, @Nullable String description, List<String> phrasings) {
        @SuppressWarnings("NullAway") // an absent list is null until here
        public ThemeEntry {
            phrasings = phrasings == null ? List.of() : List.copyOf(phrasings);
        }
    }

    /**
     * A person of a team.
     *
     * @param timeZone an IANA name
     * @param hours when they work, by that zone's wall clock; office hours where nothing else was ever said
     * @param capacity how many open tickets they are given at most; {@value #USUAL_CAPACITY} where nothing was said
     * @param skills words that tickets ask for by a tag, their theme or their product area
     */
    record Member(UUID id, String timeZone, List<WeeklyShift> hours, int capacity, List<String> skills) {
        static final int USUAL_CAPACITY = 20;

        @SuppressWarnings("NullAway") // an absent list is null until here
        public Member {
            hours = hours == null ? WeeklyShift.OFFICE : List.copyOf(hours);
            capacity = capacity == 0 ? USUAL_CAPACITY : capacity;
            skills = skills == null ? List.of() : List.copyOf(skills);
        }

        public Member(UUID id, String timeZone, List<WeeklyShift> hours) {
            this(id, timeZone, hours, USUAL_CAPACITY, List.of());
        }
    }
}
