package groundswell.insights;

import java.util.List;

/**
 * What the themes of a launch or fix are held against: all other tickets, but for those of themes that another launch or fix
 * touched in the measured days. Were they in it, a launch that doubles a large theme would make all others seem to fall.
 *
 * @param touched themes with tickets in those days that another launch or fix touched, in the order of their codes
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

    /** A sentence on the touched themes, a blank before it; empty where there are none. */
    String note() {
        var themes = touched.size() == 1 ? "1 theme" : touched.size() + " themes";
        return switch (kind) {
            case ALL_OTHERS -> "";
            case UNTOUCHED -> " Left out: " + themes + " that another launch or fix touched meanwhile.";
            case TOO_FEW_UNTOUCHED ->
                " Among the others: " + themes
                        + " that another launch or fix touched meanwhile; without them fewer than " + FEWEST
                        + " tickets are left to compare with.";
        };
    }
}
