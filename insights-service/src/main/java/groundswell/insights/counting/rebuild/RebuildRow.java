package groundswell.insights.counting.rebuild;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rebuild that somebody wanted, and how far it is. */
@Entity
@Table(name = "insights_rebuild")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class RebuildRow extends PanacheEntityBase {
    public static final String RUNNING = "running", DONE = "done", FAILED = "failed", CANCELLED = "cancelled";

    @Id
    public UUID id;

    @Column(name = "wanted_at")
    public Instant wantedAt;

    @Column(name = "wanted_by")
    public String wantedBy;

    public String state;
    public long events;

    @Column(name = "of_events")
    public long ofEvents;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    public @Nullable String message;

    static Optional<RebuildRow> running() {
        return RebuildRow.<RebuildRow>find("state", RUNNING).firstResultOptional();
    }

    static List<RebuildRow> newest(int limit) {
        return RebuildRow.<RebuildRow>findAll(Sort.descending("wantedAt"))
                .page(0, limit)
                .list();
    }
}
