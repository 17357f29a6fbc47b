package groundswell.insights.escalations;

import groundswell.insights.EscalationReason;
import java.util.HashMap;
import java.util.Map;

/**
 * A theme's tickets that support says it can't resolve.
 *
 * @param byReason tickets by the code of their reason
 * @param before tickets of the window before
 * @param customers who wrote those of this window
 */
record Gap(String theme, Map<String, Long> byReason, long before, long customers) {
    long tickets() {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(EscalationReason reason) {
        return byReason.getOrDefault(reason.code(), 0L);
    }

    /** Another row of the same theme is told. */
    Gap and(String reason, long tickets) {
        var both = new HashMap<>(byReason);
        both.merge(reason, tickets, Long::sum);
        return new Gap(theme, Map.copyOf(both), before, customers);
    }
}
