package groundswell.insights.reading;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who has read what. */
@ApplicationScoped
public class ReadMarks {
    private final Calendar calendar;

    ReadMarks(Calendar calendar) {
        this.calendar = calendar;
    }

    /** By ticket, of those that this person has read. */
    @Transactional
    Map<UUID, Instant> of(UUID person, List<UUID> tickets) {
        return ReadRow.<ReadRow>list("personId = ?1 and ticketId in ?2", person, tickets).stream()
                .collect(Collectors.toMap(row -> row.ticketId, row -> row.readAt));
    }

    /** Once; whoever says so again changes nothing. */
    @Transactional
    void read(UUID person, UUID ticket) {
        int known = ReadRow.getEntityManager()
                .createNativeQuery("insert into insights_read (person_id, ticket_id, read_at)"
                        + " select :person, ticket_id, :at from insights_ticket where ticket_id = :ticket"
                        + " on conflict (person_id, ticket_id) do update set read_at = insights_read.read_at")
                .setParameter("person", person)
                .setParameter("ticket", ticket)
                .setParameter("at", calendar.now())
                .executeUpdate();
        if (known == 0) {
            throw new InsightsRefused(Reason.NO_TICKET, "GET /api/insights/reading-list lists those to read.");
        }
    }
}
