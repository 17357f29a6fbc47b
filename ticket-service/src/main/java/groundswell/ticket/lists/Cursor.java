package groundswell.ticket.lists;

import groundswell.ticket.http.Moment;
import groundswell.ticket.lists.TicketQuery.Sort;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page ended: the last row's sort value and id. The next page begins behind it, wherever other rows went
 * meanwhile, so nothing that stays in its place is seen twice or skipped.
 */
public record Cursor(Sort sort, String value, String id) {
    private static final Pattern PRIORITY = Pattern.compile("P[1-4]");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    String text() {
        var plain = String.join("|", sort.word, value, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty unless it is a cursor of ours for this order. */
    static Optional<Cursor> read(String text, Sort sort) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
            boolean ours = parts.length == 3
                    && parts[0].equals(sort.word)
                    && (sort.column.equals("priority")
                            ? PRIORITY.matcher(parts[1]).matches()
                            : isTime(parts[1]))
                    && ID.matcher(parts[2]).matches();
            return ours ? Optional.of(new Cursor(sort, parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Written as we write times, and within what the database can hold. */
    private static boolean isTime(String text) {
        var time = Instant.parse(text);
        return time.toString().equals(text) && Moment.Check.holds(time);
    }
}
