package groundswell.insights.reports;

import groundswell.insights.Withdrawals;
import groundswell.insights.Withdrawals.Words;
import groundswell.insights.reports.Document.Opened;
import groundswell.insights.reports.Document.Printing;
import groundswell.journal.seal.JointKey;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectErased;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints a report's documents and seals them under a key that all who are quoted hold a share of. */
@Singleton
public class Press {
    private final Printer printer;
    private final Seals seals;
    private final Withdrawals withdrawals;
    private final String base;

    Press(
            Printer printer,
            Seals seals,
            Withdrawals withdrawals,
            @ConfigProperty(name = "groundswell.public-url") Optional<String> publicUrl) {
        this.printer = printer;
        this.seals = seals;
        this.withdrawals = withdrawals;
        this.base = publicUrl.orElse("");
    }

    /** Whether nobody who is quoted has been erased since, or has taken back what they allowed. */
    boolean isCurrent(ReportRow row) {
        return JointKey.open(seals, row.shares(), place(row)).isPresent()
                && withdrawn(row.quotes()).isEmpty();
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

    /** Takes out, for good, what must not be quoted any more; says why, for people. */
    String remove(ReportRow row) {
        var quotes = row.quotes();
        var withdrawn = withdrawn(quotes);
        var erased = new ArrayList<String>();
        var takenBack = new ArrayList<String>();
        row.quotes = ReportJson.write(quotes.stream()
                .map(quote -> {
                    if (quote.words().filter(withdrawn::contains).isPresent()) {
                        takenBack.add("TKT-" + quote.number());
                        return quote.removed();
                    }
                    if (quote.words().isPresent() && quote.open(row.id, seals).isEmpty()) {
                        erased.add("TKT-" + quote.number());
                        return quote.removed();
                    }
                    return quote;
                })
                .toList());
        return Stream.of(
                        why("its author was erased", erased),
                        why("its author took back what they had allowed", takenBack))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static String why(String reason, List<String> tickets) {
        return tickets.isEmpty()
                ? ""
                : "Removed, because " + reason + ": what was quoted of " + String.join(", ", tickets);
    }

    private Set<Words> withdrawn(List<StoredQuote> quotes) {
        return withdrawals.of(
                quotes.stream().flatMap(quote -> quote.words().stream()).toList());
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
                .flatMap(quote -> quote.quote().words().stream())
                .map(Words::requesterId)
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
