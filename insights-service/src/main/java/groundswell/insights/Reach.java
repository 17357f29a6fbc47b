package groundswell.insights;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many different customers wrote: accounts, and people where a ticket names no account (row T22).
 *
 * @param active all customers there were, as last counted; null where nobody has told it
 * @param mixed whether some tickets name an account and some do not, so that what was counted is not what was told
 */
public record Reach(
        Map<String, Long> byTheme, long all, @Nullable Active active, boolean mixed) {
    /** So many customers there were on a day. */
    public record Active(LocalDate day, long customers) {}

    /** Where it comes from. */
    public interface Source {
        /** Of tickets opened within a span; against the last count up to its end. */
        Reach openedIn(Span span);
    }

    public long of(String theme) {
        return byTheme.getOrDefault(theme, 0L);
    }

    /** Part of all customers, 0 to 1; null where it can't be told. */
    public @Nullable Double partOfAll(String theme) {
        return active == null || mixed || all > active.customers() || active.customers() == 0
                ? null
                : (double) of(theme) / active.customers();
    }

    /** For people: {@code 37 customers wrote about it, 0.9 % of the 4,210 you had on 28 November 2026.} */
    public String sentence(String theme) {
        var here = Wording.number(of(theme)) + (of(theme) == 1 ? " customer" : " customers") + " wrote about it";
        if (active == null) {
            return here + "; how many there are in all has not been told.";
        }
        var part = partOfAll(theme);
        if (part == null) {
            return here + "; which part of all that is can’t be told, "
                    + (mixed
                            ? "as some tickets name an account and some do not."
                            : "as more wrote than there are said to be.");
        }
        return here + ", " + Wording.percent(part) + " of the " + Wording.number(active.customers()) + " you had on "
                + Wording.day(active.day()) + ".";
    }
}
