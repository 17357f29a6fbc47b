package groundswell.routing;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of something that people change while tickets are open. Each kind is a stream of its own; an older version is
 * never altered, and what was done under it names its number.
 */
public sealed interface Edition extends RoutingEvent {
    /** Counts the changes, from 1. */
    int version();

    /** Version of the file that it came from; 0 where people wrote it. */
    int shipped();

    /** Why it was changed, by whoever did. */
    @Nullable
    String note();

    /** Whether people have had a hand in it: no shipped file replaces it then. */
    default boolean byPeople() {
        return shipped() == 0;
    }

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
            Instant at) implements Edition {}

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
            implements Edition {
        /** The first installations published names alone. */
        @SuppressWarnings("NullAway") // what is absent is null until here
        public TaxonomyPublished {
            unclear = unclear == null ? List.of() : List.copyOf(unclear);
            replaced = replaced == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(replaced));
        }

        /** Whether people have had a hand in it; an event without phrasings is of an installation where nobody could. */
        @Override
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
            implements Edition {
        public TimePolicyPublished {
            calendars = List.copyOf(calendars);
            levels = List.copyOf(levels);
            staleMinutes = Collections.unmodifiableMap(new TreeMap<>(staleMinutes));
        }
    }

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
}
