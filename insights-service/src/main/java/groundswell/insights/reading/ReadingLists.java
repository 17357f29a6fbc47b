package groundswell.insights.reading;

import groundswell.insights.Calendar;
import groundswell.insights.Comparison;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Only;
import groundswell.insights.ReadingList;
import groundswell.insights.ReadingList.Candidate;
import groundswell.insights.ReadingList.Group;
import groundswell.insights.ReadingList.Item;
import groundswell.insights.Week;
import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's list of a week that is over. Chance depends on the reader and the ticket alone: who asks again gets the same
 * tickets, as far as they are still about the same, and a colleague gets others. As each week has tickets of its own, nobody
 * gets one twice.
 */
@Singleton
public class ReadingLists {
    /** So many of a theme as a list has places, and one of each group that no theme fits; all that were read. */
    private static final String CANDIDATES = """
            select ticket_id, theme, group_id, group_tickets, is_read from (
                select t.ticket_id, t.theme, d.id as group_id, d.tickets as group_tickets, r.ticket_id is not null as is_read,
                    md5(?::text || t.ticket_id::text) as chance,
                    row_number() over (partition by t.theme, d.id order by md5(?::text || t.ticket_id::text)) as place
                from insights_ticket t
                join insights_text x on x.ticket_id = t.ticket_id and x.subject_box is not null
                left join insights_discovery_ticket m on m.ticket_id = t.ticket_id
                left join insights_discovery d on d.id = m.discovery_id and d.state = 'open'
                left join insights_read r on r.ticket_id = t.ticket_id and r.person_id = ?
                where t.opened_at >= ?::timestamptz and t.opened_at < ?::timestamptz and t.counted) candidate
            where is_read or place <= ? order by theme, chance, ticket_id""";

    /** More than are shown: some may be erased customers'. */
    private static final int CHOSEN = 2 * ReadingList.LENGTH;

    /**
     * @param items twice as many as a list has, those to show first
     * @param readAt by ticket, of those that were read
     */
    record ListOf(Week week, List<Item> items, Map<UUID, Instant> readAt) {}

    private final DataSource database;
    private final Counts counts;
    private final ReadMarks marks;
    private final Calendar calendar;

    ReadingLists(DataSource database, Counts counts, ReadMarks marks, Calendar calendar) {
        this.marks = marks;
        this.database = database;
        this.counts = counts;
        this.calendar = calendar;
    }

    /** @param asked a week that is over; the last such one if null */
    ListOf of(UUID person, @Nullable Week asked) {
        var last = Week.of(calendar.now(), calendar.zone()).previous();
        var week = asked == null ? last : asked;
        if (week.monday().isAfter(last.monday())) {
            throw new InsightsRefused(Reason.NOT_OVER, "Lists are made of weeks that are over, up to " + last + ".");
        }
        var span = week.closed(calendar.zone());
        var items = ReadingList.of(candidates(person, span), counts.compare(span, Dimension.THEME, Only.ALL), CHOSEN);
        var tickets = items.stream().map(item -> item.ticket().ticketId()).toList();
        return new ListOf(week, items, marks.of(person, tickets));
    }

    private List<Candidate> candidates(UUID person, Comparison week) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(CANDIDATES)) {
            query.setString(1, person.toString());
            query.setString(2, person.toString());
            query.setObject(3, person);
            query.setString(4, week.span().from().toString());
            query.setString(5, week.span().to().toString());
            query.setInt(6, CHOSEN);
            var candidates = new ArrayList<Candidate>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var group = row.getObject(3, UUID.class);
                    candidates.add(new Candidate(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            group == null ? null : new Group(group, row.getInt(4)),
                            row.getBoolean(5)));
                }
            }
            return candidates;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The tickets to read could not be chosen");
        }
    }
}
