package groundswell.insights;

/**
 * Tickets that touch a theme and are mainly about another one (row I1). They are in no count, which knows each ticket once; a
 * theme's own tickets come first, and these beside them.
 */
public interface SecondaryThemes {
    /** How many that were opened within the span touch it. */
    long touching(String theme, Span span);

    /** For people; empty where there are none. */
    static String sentence(long tickets) {
        return tickets == 0
                ? ""
                : Wording.number(tickets) + (tickets == 1 ? " more ticket touches" : " more tickets touch")
                        + " on it, mainly about something else";
    }
}
