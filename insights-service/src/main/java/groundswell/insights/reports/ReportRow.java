package groundswell.insights.reports;

import com.fasterxml.jackson.core.type.TypeReference;
import groundswell.journal.seal.JointKey;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as it is kept. */
@Entity
@Table(name = "insights_report")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class ReportRow extends PanacheEntityBase {
    /** What a list shows of one. */
    public record Listed(UUID id, String kind, String period, Instant writtenAt, int revision) {}

    @Id
    public UUID id;

    public String kind;
    public String period;

    @Column(name = "from_time")
    public Instant from;

    @Column(name = "to_time")
    public Instant to;

    @Column(name = "written_at")
    public Instant writtenAt;

    @Column(name = "written_by")
    public String writtenBy;

    public String given;
    public String figures;
    public String quotes;
    public byte[] evidence;

    @Column(name = "evidence_hash")
    public String evidenceHash;

    @Column(name = "figures_hash")
    public @Nullable String figuresHash;

    public int revision;
    public String shares;
    public byte[] html;
    public byte[] markdown;
    public byte[] pdf;

    Given given() {
        return ReportJson.read(given, new TypeReference<>() {});
    }

    Figures figures() {
        return ReportJson.read(figures, new TypeReference<>() {});
    }

    /** Whether they are those that were frozen; those of older reports have no hash. */
    boolean hasItsFigures() {
        return figuresHash == null || figuresHash.equals(Hash.of(figures));
    }

    List<StoredQuote> quotes() {
        return ReportJson.read(quotes, new TypeReference<>() {});
    }

    JointKey.Shares shares() {
        return ReportJson.read(shares, new TypeReference<>() {});
    }

    Evidence evidence() {
        return new Evidence(evidenceRows().toList());
    }

    /** One after another: nobody needs all of them at once to look at some. */
    Stream<Evidence.Row> evidenceRows() {
        return Evidence.rows(Gzip.unpack(evidence));
    }

    static Optional<ReportRow> of(ReportPeriod period) {
        return ReportRow.<ReportRow>find(
                        "kind = ?1 and period = ?2", period.kind().code(), period.code())
                .firstResultOptional();
    }

    static boolean isWritten(ReportPeriod period) {
        return count("kind = ?1 and period = ?2", period.kind().code(), period.code()) > 0;
    }

    static List<Listed> newest(int limit) {
        return find("from ReportRow", Sort.descending("to").and("kind"))
                .project(Listed.class)
                .page(0, limit)
                .list();
    }
}
