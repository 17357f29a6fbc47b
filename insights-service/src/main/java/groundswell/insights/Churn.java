package groundswell.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Accounts that wrote, and how many of them stopped being customers within {@link #DAYS} days of a ticket, whatever that
 * ticket was about (rows I4, T22). Only tickets count that are older than that: of a younger one nobody can know yet.
 *
 * @param accounts of which it is known whether they are customers
 */
public record Churn(long accounts, long left) {
    public static final int DAYS = 28;
    public static final Churn NONE = new Churn(0, 0);

    private static final Duration FOLLOWED = Duration.ofDays(DAYS), LOOKED_BACK = Duration.ofDays(90);

    /**
     * By theme; an account that wrote about several is in each, and once in {@code all}.
     *
     * @param all accounts that wrote, about whatever
     */
    public record ByTheme(Map<String, Churn> themes, Churn all) {
        public static final ByTheme UNKNOWN = new ByTheme(Map.of(), NONE);

        public Churn of(String theme) {
            return themes.getOrDefault(theme, NONE);
        }

        /** Accounts that wrote, but not about a theme. */
        public Churn but(String theme) {
            var here = of(theme);
            return new Churn(all.accounts - here.accounts, all.left - here.left);
        }
    }

    /** Where it comes from. */
    public interface Source {
        /** As it can be known at a time: of tickets opened in the 90 days that ended {@link #DAYS} days before. */
        ByTheme knownAt(Instant at);
    }

    /** The tickets whose accounts have been followed for long enough by a time; on edges of quarter hours. */
    public static Span followed(Instant by) {
        return Span.endingAt(Grain.QUARTER.floor(by).minus(FOLLOWED), LOOKED_BACK);
    }

    public Proportions against(Churn others) {
        return Proportions.of(left, accounts, others.left, others.accounts);
    }

    /** For people: {@code Of 41 accounts that wrote about it in the 90 days before the last 28, 5 left …}. */
    public String sentence(Churn others) {
        if (accounts == 0) {
            return "Whether customers leave over it is not known: nothing is known of accounts that wrote about it more than "
                    + DAYS + " days ago.";
        }
        var here = "Of " + Wording.number(accounts) + (accounts == 1 ? " account" : " accounts")
                + " that wrote about it more than " + DAYS + " days ago, " + Wording.number(left) + " left within "
                + DAYS
                + " days of a ticket";
        if (others.accounts == 0) {
            return here + ".";
        }
        var difference = against(others);
        var standing = difference.certainlyHigher()
                ? ", clearly more than "
                : difference.certainlyLower() ? ", clearly fewer than " : "; that is too little to tell from ";
        return here + standing + Wording.percent(difference.other()) + " of those that wrote about something else.";
    }
}
