package groundswell.insights.tickets;

import groundswell.insights.Drill;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How much of a list somebody has opened. It stands in the address of the page, so that a page that is read anew, by itself or
 * after going back to it, shows as much as before.
 *
 * @param begin where the page begins, as a cursor; empty at the newest
 */
record Extent(String begin, int rows) {
    static final int STEP = 25;

    /** What is further down stands on a page of its own. */
    static final int MOST = 200;

    Extent {
        rows = Math.clamp(rows, STEP, MOST);
    }

    boolean isFull() {
        return rows == MOST;
    }

    Extent more() {
        return new Extent(begin, rows + STEP);
    }

    String page(Drill drill) {
        return with(drill.page(), "after", begin) + "&shown=" + rows;
    }

    /** The rows after those that are shown. */
    String rows(Drill drill, Cursor next) {
        return with(drill.rows(next.toString()), "begin", begin) + "&shown=" + rows;
    }

    private static String with(String address, String name, String value) {
        return address
                + (address.contains("?") ? '&' : '?')
                + name
                + '='
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
