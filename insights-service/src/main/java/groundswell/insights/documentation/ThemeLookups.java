package groundswell.insights.documentation;

import groundswell.insights.Figure;

/**
 * A theme: what was looked up about it, and who wrote in about it.
 *
 * @param lookupsBefore visits and searches of the window before
 * @param articles about it that were visited in the 90 days up to the end
 * @param customers who wrote the tickets
 */
record ThemeLookups(String theme, Lookups lookups, long lookupsBefore, long articles, Figure tickets, long customers) {
    boolean isDocumented() {
        return articles > 0;
    }

    /** Tickets for every hundred lookups; there must be some. */
    double ticketsPer100() {
        return Judged.per100(tickets.tickets(), lookups);
    }
}
