package groundswell.routing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What customers of some plans are promised.
 *
 * @param plans whom it is for; empty for everybody
 * @param targets by priority; a priority that is not named has no targets
 */
public record ServiceLevel(String name, List<String> plans, Map<String, Promise> targets) {
    /**
     * Minutes of a calendar's hours; null where nothing is promised.
     *
     * @param calendar code of a {@link BusinessCalendar}
     */
    public record Promise(
            String calendar,
            @Nullable Integer team,
            @Nullable Integer firstReply,
            @Nullable Integer nextReply,
            @Nullable Integer resolution) {
        public @Nullable Integer minutes(TimeTarget target) {
            return switch (target) {
                case TEAM -> team;
                case FIRST_REPLY -> firstReply;
                case NEXT_REPLY -> nextReply;
                case RESOLUTION -> resolution;
            };
        }
    }

    @SuppressWarnings("NullAway") // an absent list is null until here
    public ServiceLevel {
        plans = plans == null ? List.of() : List.copyOf(plans);
        targets = Map.copyOf(targets);
    }

    boolean isFor(@Nullable String plan) {
        return plans.isEmpty() || (plan != null && plans.stream().anyMatch(plan::equalsIgnoreCase));
    }
}
