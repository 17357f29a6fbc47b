package groundswell.insights.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The hashes of a report's documents, in base 16, as first written and after each quote that had to go. */
@Entity
@Table(name = "insights_report_revision")
@IdClass(RevisionRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class RevisionRow extends PanacheEntityBase {
    /** Which revision of which report. */
    public record Key(UUID reportId, int revision) implements Serializable {}

    @Id
    @Column(name = "report_id")
    public UUID reportId;

    @Id
    public int revision;

    @Column(name = "written_at")
    public Instant writtenAt;

    public String note;

    @Column(name = "html_hash")
    public String htmlHash;

    @Column(name = "markdown_hash")
    public String markdownHash;

    @Column(name = "pdf_hash")
    public String pdfHash;

    static List<RevisionRow> of(UUID report) {
        return list("reportId", Sort.descending("revision"), report);
    }
}
