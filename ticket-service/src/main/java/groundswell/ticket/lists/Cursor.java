package groundswell.ticket.lists;

import groundswell.ticket.lists.TicketQuery.Sort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page ended: the last row's sort value and id. The next page begins behind it, wherever other rows went
 * meanwhile, so nothing that stays in its place is seen twice or skipped.
 */
public record Cursor(Sort sort, String value, String id) {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{5,18}Z");
    private static final Pattern PRIORITY = Pattern.compile("P[1-4]");

    String text() {
        var plain = String.join("|", sort.word, value, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty unless it is a cursor of ours for this order. */
    static Optional<Cursor> read(String text, Sort sort) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
            var form = sort.column.equals("priority") ? PRIORITY : TIME;
            boolean ours = parts.length == 3
                    && parts[0].equals(sort.word)
                    && form.matcher(parts[1]).matches()
                    && parts[2].length() == 36;
            return ours ? Optional.of(new Cursor(sort, parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
