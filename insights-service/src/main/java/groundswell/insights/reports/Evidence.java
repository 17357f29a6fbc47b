package groundswell.insights.reports;

import groundswell.insights.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that a report's numbers come from, as they were when it was written: where a ticket is classified again
 * later, or its theme merged, what was counted can still be counted.
 */
record Evidence(List<Row> rows) {
    /** @param score what the customer gave the answer, 1 to 5; 0 for none */
    record Row(
            UUID ticketId,
            long number,
            Instant openedAt,
            String theme,
            String team,
            String channel,
            String plan,
            String history,
            int score) {}

    private static final String HEAD = "ticket_id,number,opened_at,theme,team,channel,plan,history,score";

    /** Some of the tickets. Null means all. */
    record Part(Span span, @Nullable String theme, @Nullable String history, boolean rated) {
        static Part of(Span span, @Nullable String theme) {
            return new Part(span, theme, null, false);
        }

        boolean contains(Row row) {
            return span.contains(row.openedAt())
                    && (theme == null || theme.equals(row.theme()))
                    && (history == null || history.equals(row.history()))
                    && (!rated || row.score() > 0);
        }
    }

    Stream<Row> of(Predicate<Row> part) {
        return rows.stream().filter(part);
    }

    /** Tickets opened within a span by theme. */
    Map<String, Long> byTheme(Span span) {
        var tickets = new HashMap<String, Long>();
        of(Part.of(span, null)::contains).forEach(row -> tickets.merge(row.theme(), 1L, Long::sum));
        return tickets;
    }

    /** One line a ticket. Codes are short words of our own and of internal systems; a comma in one is written as a blank. */
    String csv() {
        var text = new StringBuilder(HEAD).append("\r\n");
        for (var row : rows) {
            text.append(row.ticketId()).append(',').append(row.number()).append(',');
            text.append(row.openedAt()).append(',').append(row.theme()).append(',');
            text.append(row.team()).append(',').append(row.channel()).append(',');
            text.append(row.plan()).append(',').append(row.history()).append(',');
            text.append(row.score()).append("\r\n");
        }
        return text.toString();
    }

    /** Reads them back. */
    static Stream<Row> rows(String csv) {
        return csv.lines().skip(1).map(line -> {
            var cells = line.split(",", -1);
            return new Row(
                    UUID.fromString(cells[0]),
                    Long.parseLong(cells[1]),
                    Instant.parse(cells[2]),
                    cells[3],
                    cells[4],
                    cells[5],
                    cells[6],
                    cells[7],
                    Integer.parseInt(cells[8]));
        });
    }
}
