package groundswell.insights.reports;

import groundswell.insights.Span;
import groundswell.insights.reports.Document.Opened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report for programs.
 *
 * @param evidenceHash SHA-256 of the evidence as it is kept, in base 16
 * @param documents where each is, with its hash
 * @param revisions the newest first: another one for each time that a quote had to go
 */
public record ReportAnswer(
        UUID id,
        String kind,
        String period,
        String title,
        Span span,
        Instant writtenAt,
        String writtenBy,
        int revision,
        Figures figures,
        List<Said> quotes,
        String evidence,
        String evidenceHash,
        List<File> documents,
        List<Revision> revisions) {
    /**
     * @param theme that it is quoted under; null where it is a thank-you
     * @param quote null where it was removed
     */
    public record Said(
            @Nullable String theme,
            UUID ticketId,
            String number,
            @Nullable String quote) {}

    public record File(String format, String link, String sha256) {}

    public record Revision(int revision, Instant at, String note) {}

    static ReportAnswer of(ReportRow row, List<Opened> quotes, List<RevisionRow> revisions) {
        var given = row.given();
        var path = "/api/insights/reports/" + row.id;
        var files = new ArrayList<File>();
        for (var format : Format.values()) {
            files.add(new File(
                    format.extension(), path + "/document." + format.extension(), format.hash(revisions.getFirst())));
        }
        return new ReportAnswer(
                row.id,
                row.kind,
                row.period,
                given.title(),
                given.period().span(),
                row.writtenAt,
                row.writtenBy,
                row.revision,
                row.figures(),
                quotes.stream()
                        .map(opened -> new Said(
                                opened.quote().theme(),
                                opened.quote().ticketId(),
                                "TKT-" + opened.quote().number(),
                                opened.text()))
                        .toList(),
                path + "/evidence.csv",
                row.evidenceHash,
                files,
                revisions.stream()
                        .map(revision -> new Revision(revision.revision, revision.writtenAt, revision.note))
                        .toList());
    }
}
