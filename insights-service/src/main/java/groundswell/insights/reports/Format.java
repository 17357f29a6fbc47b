package groundswell.insights.reports;

import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;

/** A document in which a report can be had. */
enum Format {
    HTML("html", "text/html;charset=UTF-8"),
    MARKDOWN("md", "text/markdown;charset=UTF-8"),
    PDF("pdf", "application/pdf");

    private final String extension;
    private final String type;

    Format(String extension, String type) {
        this.extension = extension;
        this.type = type;
    }

    String extension() {
        return extension;
    }

    /** Its media type. */
    String type() {
        return type;
    }

    byte[] box(ReportRow row) {
        return switch (this) {
            case HTML -> row.html;
            case MARKDOWN -> row.markdown;
            case PDF -> row.pdf;
        };
    }

    String hash(RevisionRow row) {
        return switch (this) {
            case HTML -> row.htmlHash;
            case MARKDOWN -> row.markdownHash;
            case PDF -> row.pdfHash;
        };
    }

    static Format of(String extension) {
        for (var format : values()) {
            if (format.extension.equals(extension)) {
                return format;
            }
        }
        throw new InsightsRefused(Reason.NOT_WRITTEN, "There are document.html, document.md and document.pdf.");
    }
}
