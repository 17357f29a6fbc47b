package groundswell.insights;

import java.util.List;

/**
 * What the themes of a launch or fix are held against: all other tickets, but for those of themes that another launch or fix
 * touched in the measured days. Were they in it, a launch that doubles a large theme would make all others seem to fall. A
 * launch is measured theme by theme: of each, the others that the launch itself touched are left out too.
 *
 * @param touched themes with tickets in those days that something touched, in the order of their codes
 */
public record Control(Kind kind, List<String> touched) {
    /**
     * Tickets that a control needs in either span. With a hundred in each, chance in the control alone blurs a change by no more
     * than a quarter or so (1.96 times the root of 2/100); with fewer it hides what is to be seen.
     */
    static final int FEWEST = 100;

    /** Where nothing else was launched or fixed. */
    static final Control ALL = new Control(Kind.ALL_OTHERS, List.of());

    /** Which tickets it is made of. */
    public enum Kind {
        /** All other tickets: nothing else was launched or fixed. */
        ALL_OTHERS,
        /** All others without those of {@link Control#touched}. */
        UNTOUCHED,
        /** All others with them, since fewer than {@value #FEWEST} tickets would be left before or after. */
        TOO_FEW_UNTOUCHED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param left tickets before or after, of whichever fewer are left, once the touched themes are left out */
    static Control of(List<String> touched, long left) {
        return touched.isEmpty()
                ? ALL
                : new Control(left < FEWEST ? Kind.TOO_FEW_UNTOUCHED : Kind.UNTOUCHED, List.copyOf(touched));
    }

    boolean leavesOutTouched() {
        return kind == Kind.UNTOUCHED;
    }

    /** {@code all other tickets}. */
    String words() {
        return switch (kind) {
            case ALL_OTHERS, TOO_FEW_UNTOUCHED -> "all other tickets";
            case UNTOUCHED -> "all tickets of untouched themes";
        };
    }

    /** Who touched them, in words; what is measured never counts its own theme as touched. */
    public static String by(Marker.Kind measured) {
        return switch (measured) {
            case FIX -> "another launch or fix";
            case LAUNCH -> "this launch, or another launch or fix,";
        };
    }

    /** A sentence on what a fix, or a launch, leaves out, a blank before it; empty where that is nothing. */
    String note(Marker.Kind measured) {
        var themes = touched.size() == 1 ? "1 theme" : touched.size() + " themes";
        return switch (kind) {
            case ALL_OTHERS -> "";
            case UNTOUCHED -> " Left out: " + themes + " that " + by(measured) + " touched meanwhile.";
            case TOO_FEW_UNTOUCHED ->
                " Among the others: " + themes + " that " + by(measured)
                        + " touched meanwhile; without them fewer than " + FEWEST
                        + " tickets are left to compare with.";
        };
    }
}
