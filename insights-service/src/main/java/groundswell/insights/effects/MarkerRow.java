package groundswell.insights.effects;

import groundswell.insights.Marker;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A launch or fix as people read and edit it. */
@Entity
@Table(name = "insights_marker")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class MarkerRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public String kind;
    public String name;

    @Column(name = "happened_at")
    public Instant happenedAt;

    public List<String> themes;

    @Column(name = "noted_by")
    public String notedBy;

    @Column(name = "noted_at")
    public Instant notedAt;

    @Version
    public int version;

    static Optional<MarkerRow> of(Marker.Kind kind, UUID id) {
        return MarkerRow.<MarkerRow>find("id = ?1 and kind = ?2", id, kind.code())
                .firstResultOptional();
    }

    static Optional<MarkerRow> same(Marker.Kind kind, String name, Instant at) {
        return MarkerRow.<MarkerRow>find("kind = ?1 and name = ?2 and happenedAt = ?3", kind.code(), name, at)
                .firstResultOptional();
    }

    static List<MarkerRow> newest(Marker.Kind kind, int limit) {
        return MarkerRow.<MarkerRow>find("kind", Sort.descending("happenedAt").and("id"), kind.code())
                .page(0, limit)
                .list();
    }

    Marker marker() {
        return new Marker(
                Marker.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                id,
                name,
                happenedAt,
                List.copyOf(themes));
    }
}
