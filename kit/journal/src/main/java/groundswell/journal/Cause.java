package groundswell.journal;

import org.jspecify.annotations.Nullable;

/**
 * Who or what made something happen. Travels as CloudEvents extensions; ids and codes only, never a name.
 *
 * @param actor who: {@code agent:<uuid>}, {@code system:<client>}, {@code customer}, {@code policy:<name>}
 * @param correlationId one wish of the outside world, through all services
 * @param causationId id of the event or request that led directly here
 * @param traceparent W3C trace context
 */
public record Cause(
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {
    public static Cause of(String actor, String correlationId) {
        return new Cause(actor, correlationId, null, null);
    }
}
