package groundswell.insights.reading;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody has read a ticket of their list. */
@Entity
@Table(name = "insights_read")
@IdClass(ReadRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class ReadRow extends PanacheEntityBase {
    public record Key(UUID personId, UUID ticketId) {}

    @Id
    @Column(name = "person_id")
    public UUID personId;

    @Id
    @Column(name = "ticket_id")
    public UUID ticketId;

    @Column(name = "read_at")
    public Instant readAt;
}
