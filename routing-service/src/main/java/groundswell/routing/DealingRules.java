package groundswell.routing;

import java.util.Locale;

/**
 * How a team's tickets come to its people.
 *
 * @param relaxAfterMinutes a ticket that asks for skills waits so long for somebody who has them; then anybody may have it
 * @param returnAfterMinutes an absent person's tickets return to the queue after so much of their working time
 */
public record DealingRules(Mode mode, int relaxAfterMinutes, int returnAfterMinutes) {
    public static final DealingRules USUAL = new DealingRules(Mode.BALANCED, 30, 30);

    public enum Mode {
        /** People take tickets, or leads give them. */
        MANUAL,
        /** One after the other. */
        ROUND_ROBIN,
        /** Whoever has the fewest open tickets. */
        BALANCED;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
