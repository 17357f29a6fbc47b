package groundswell.consent;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a customer allows their words to be used for, outside the company. None implies another. */
public enum Scope {
    /** A sentence or two, unnamed, beside figures: "a retail customer says …". */
    AGGREGATE_QUOTE,
    /** The anonymised story of one ticket: problem, response, the customer's voice. */
    CASE_STUDY,
    /** The customer may be named; how exactly is {@link Credit}. */
    NAMED_REFERENCE;

    /** Each once and always in the same order, so that equal permissions are equal bytes in the log. */
    static List<Scope> inOrder(Collection<Scope> scopes) {
        return scopes.stream().distinct().sorted().toList();
    }

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
