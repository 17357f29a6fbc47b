package groundswell.insights;

import java.util.Map;

/**
 * Accounts that wrote, and how many of them stopped being customers within {@link #DAYS} days of a ticket (rows I4, T22).
 *
 * @param accounts of which it is known whether they are customers
 */
public record Churn(long accounts, long left) {
    public static final int DAYS = 28;
    public static final Churn NONE = new Churn(0, 0);

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
        /** Of tickets opened within a span. */
        ByTheme openedIn(Span span);
    }

    public Proportions against(Churn others) {
        return Proportions.of(left, accounts, others.left, others.accounts);
    }

    /** For people: {@code 5 of 41 accounts that wrote about it left within 28 days, clearly more than 2 % of the others.} */
    public String sentence(Churn others) {
        if (accounts == 0) {
            return "Whether customers leave over it is not known: nothing is known of the accounts that wrote.";
        }
        var here = Wording.number(left) + " of " + Wording.number(accounts) + (accounts == 1 ? " account" : " accounts")
                + " that wrote about it left within " + DAYS + " days";
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
