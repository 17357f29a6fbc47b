package groundswell.insights.documentation;

/**
 * What was looked up about a theme.
 *
 * @param visitors different ones of each day, added up over days; so are {@code people} who searched
 * @param opened searches after which an article was opened
 */
record Lookups(long visits, long visitors, long searches, long people, long opened) {
    static final Lookups NONE = new Lookups(0, 0, 0, 0, 0);

    /** Visits and searches. */
    long all() {
        return visits + searches;
    }

    long openedNothing() {
        return searches - opened;
    }

    Lookups and(Lookups other) {
        return new Lookups(
                visits + other.visits,
                visitors + other.visitors,
                searches + other.searches,
                people + other.people,
                opened + other.opened);
    }
}
