package groundswell.insights.reports;

import groundswell.insights.reports.Document.Opened;
import groundswell.insights.reports.Document.Printing;
import groundswell.journal.seal.JointKey;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectErased;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints a report's documents and seals them under a key that all who are quoted hold a share of. */
@Singleton
public class Press {
    private final Printer printer;
    private final Seals seals;
    private final String base;

    Press(Printer printer, Seals seals, @ConfigProperty(name = "groundswell.public-url") Optional<String> publicUrl) {
        this.printer = printer;
        this.seals = seals;
        this.base = publicUrl.orElse("");
    }

    /** Whether nobody who is quoted has been erased since. */
    boolean opens(ReportRow row) {
        return JointKey.open(seals, row.shares(), place(row)).isPresent();
    }

    JointKey open(ReportRow row) {
        return JointKey.open(seals, row.shares(), place(row))
                .orElseThrow(() -> new IllegalStateException("Somebody was erased meanwhile"));
    }

    /** The quotes as they can be read now. */
    List<Opened> quotes(ReportRow row) {
        return row.quotes().stream()
                .map(quote -> new Opened(quote, quote.open(row.id, seals).orElse(null)))
                .toList();
    }

    /** The tickets whose quotes the documents still hold, and must not. */
    List<String> gone(ReportRow row) {
        var printed = row.shares().sealed().stream().map(Sealed::subject).toList();
        return row.quotes().stream()
                .filter(quote -> printed.contains(quote.text().subject()))
                .filter(quote -> quote.open(row.id, seals).isEmpty())
                .map(quote -> "TKT-" + quote.number())
                .toList();
    }

    /** Fills in the documents; the revision that says so is not yet kept. Again, where somebody is erased just then. */
    RevisionRow print(ReportRow row, String note, Instant at) {
        try {
            return printed(row, note, at);
        } catch (SubjectErased meanwhile) {
            return printed(row, note, at);
        }
    }

    private RevisionRow printed(ReportRow row, String note, Instant at) {
        var period = new ReportPeriod(ReportPeriod.Kind.of(row.kind), row.period);
        var opened = quotes(row);
        var notes = RevisionRow.of(row.id).stream()
                .filter(revision -> revision.revision > 0)
                .map(revision -> revision.note)
                .collect(Collectors.toList());
        if (row.revision > 0) {
            notes.add(note);
        }
        var printing = new Printing(row.id, period, base, row.given(), row.figures());
        var printed = printer.print(printing.document(opened, notes));
        var people = opened.stream()
                .filter(quote -> quote.text() != null)
                .map(quote -> quote.quote().text().subject())
                .distinct()
                .toList();
        var key = JointKey.make(seals, people, place(row));
        row.shares = ReportJson.write(key.shares());
        row.html = key.seal(printed.html(), Format.HTML.extension());
        row.markdown = key.seal(printed.markdown(), Format.MARKDOWN.extension());
        row.pdf = key.seal(printed.pdf(), Format.PDF.extension());
        var revision = new RevisionRow();
        revision.reportId = row.id;
        revision.revision = row.revision;
        revision.writtenAt = at;
        revision.note = note;
        revision.htmlHash = Hash.of(printed.html());
        revision.markdownHash = Hash.of(printed.markdown());
        revision.pdfHash = Hash.of(printed.pdf());
        return revision;
    }

    private static Place place(ReportRow row) {
        return new Place(row.id.toString(), "documents", "key");
    }
}
