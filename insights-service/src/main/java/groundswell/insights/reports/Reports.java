package groundswell.insights.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.insights.Calendar;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.reports.Document.Opened;
import groundswell.insights.reports.Document.Printing;
import groundswell.journal.JsonEvents;
import groundswell.journal.seal.JointKey;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes reports, keeps them as they were written, and takes the quotes of erased people out. */
@ApplicationScoped
public class Reports {
    private static final ObjectMapper JSON = JsonEvents.mapper();

    /** Any number that no other lock of this database uses. */
    private static final long WRITING = 7_418_529_642L;

    private static final String FIRST = "As first written";

    /** @param isNew false where it had been written before: then it is that one */
    record Written(ReportRow row, boolean isNew) {}

    private final Foundations foundations;
    private final QuoteChoice quotes;
    private final Printer printer;
    private final Seals seals;
    private final Calendar calendar;
    private final EntityManager entities;
    private final String base;

    Reports(
            Foundations foundations,
            QuoteChoice quotes,
            Printer printer,
            Seals seals,
            Calendar calendar,
            EntityManager entities,
            @ConfigProperty(name = "groundswell.public-url") Optional<String> publicUrl) {
        this.foundations = foundations;
        this.quotes = quotes;
        this.printer = printer;
        this.seals = seals;
        this.calendar = calendar;
        this.entities = entities;
        this.base = publicUrl.orElse("");
    }

    /** Two at once: the second waits, and finds the first's. */
    @Transactional
    Written write(ReportPeriod period, String who) throws SQLException {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", WRITING)
                .getSingleResult();
        var there = ReportRow.of(period);
        if (there.isPresent()) {
            return new Written(there.get(), false);
        }
        var foundation = foundations.of(period);
        var figures = Figures.of(foundation.given(), foundation.evidence());
        if (figures.tickets() == 0) {
            throw new InsightsRefused(Reason.NOTHING_TO_REPORT, "Nothing is known of " + period.title() + ".");
        }
        var row = new ReportRow();
        row.id = UUID.randomUUID();
        row.kind = period.kind().code();
        row.period = period.code();
        row.from = foundation.given().period().span().from();
        row.to = foundation.given().period().span().to();
        row.writtenAt = foundation.given().asOf();
        row.writtenBy = who;
        row.given = json(foundation.given());
        row.figures = json(figures);
        row.quotes = json(quotes.of(row.id, foundation.given(), figures));
        row.evidence = Gzip.pack(foundation.evidence().csv());
        row.evidenceHash = Hash.of(row.evidence);
        var first = print(row, FIRST, row.writtenAt);
        row.persistAndFlush();
        first.persist();
        return new Written(row, true);
    }

    /** As it is to be read now: a quote whose author was erased is out of it. */
    @Transactional
    ReportRow read(UUID id) {
        var row = known(id);
        if (JointKey.open(seals, shares(row), place(row)).isPresent()) {
            return row;
        }
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        if (JointKey.open(seals, shares(row), place(row)).isEmpty()) {
            var quoted = shares(row).sealed().stream().map(Sealed::subject).toList();
            var gone = quotes(row).stream()
                    .filter(quote -> quoted.contains(quote.text().subject()))
                    .filter(quote -> quote.open(row.id, seals).isEmpty())
                    .map(quote -> "TKT-" + quote.number())
                    .collect(Collectors.joining(", "));
            row.revision++;
            print(row, "Removed, because its author was erased: what was quoted of " + gone, calendar.now())
                    .persist();
        }
        return row;
    }

    /** The bytes of one document. */
    @Transactional
    byte[] document(UUID id, Format format) {
        var row = read(id);
        return open(row).open(format.box(row), format.extension());
    }

    /** Every number worked out again from the evidence, and every hash. */
    @Transactional
    ReportCheck check(UUID id) {
        return check(read(id));
    }

    private ReportCheck check(ReportRow row) {
        var hashes = RevisionRow.of(row.id).getFirst();
        var key = open(row);
        var evidence = evidence(row);
        return new ReportCheck(
                Hash.of(row.evidence).equals(row.evidenceHash),
                Figures.of(given(row), evidence).numbers().equals(figures(row).numbers()),
                List.of(Format.values()).stream()
                        .allMatch(format -> Hash.of(key.open(format.box(row), format.extension()))
                                .equals(format.hash(hashes))),
                evidence.rows().size());
    }

    @Transactional
    List<ReportRow.Listed> newest(int limit) {
        return ReportRow.newest(limit);
    }

    @Transactional
    boolean isWritten(ReportPeriod period) {
        return ReportRow.isWritten(period);
    }

    @Transactional
    List<RevisionRow> revisions(UUID id) {
        return RevisionRow.of(id);
    }

    /** The quotes as they can be read now. */
    List<Opened> quotesOf(ReportRow row) {
        return quotes(row).stream()
                .map(quote -> new Opened(quote, quote.open(row.id, seals).orElse(null)))
                .toList();
    }

    static Given given(ReportRow row) {
        return parse(row.given, new TypeReference<>() {});
    }

    static Figures figures(ReportRow row) {
        return parse(row.figures, new TypeReference<>() {});
    }

    static Evidence evidence(ReportRow row) {
        return new Evidence(Evidence.rows(Gzip.unpack(row.evidence)).toList());
    }

    /** Those of a part, one after another: nobody needs all of them at once to look at some. */
    static Stream<Evidence.Row> evidence(ReportRow row, Evidence.Part part) {
        return Evidence.rows(Gzip.unpack(row.evidence)).filter(part::contains);
    }

    private static List<StoredQuote> quotes(ReportRow row) {
        return parse(row.quotes, new TypeReference<>() {});
    }

    private static ReportRow known(UUID id) {
        return ReportRow.<ReportRow>findByIdOptional(id)
                .orElseThrow(() ->
                        new InsightsRefused(Reason.NOT_WRITTEN, "GET /api/insights/reports lists those there are."));
    }

    private JointKey open(ReportRow row) {
        return JointKey.open(seals, shares(row), place(row))
                .orElseThrow(() -> new IllegalStateException("Somebody was erased meanwhile"));
    }

    /** Again, where somebody is erased just then. */
    private RevisionRow print(ReportRow row, String note, Instant at) {
        try {
            return printed(row, note, at);
        } catch (SubjectErased meanwhile) {
            return printed(row, note, at);
        }
    }

    private RevisionRow printed(ReportRow row, String note, Instant at) {
        var period = new ReportPeriod(ReportPeriod.Kind.of(row.kind), row.period);
        var opened = quotesOf(row);
        var notes = RevisionRow.of(row.id).stream()
                .filter(revision -> revision.revision > 0)
                .map(revision -> revision.note)
                .collect(Collectors.toList());
        if (row.revision > 0) {
            notes.add(note);
        }
        var printing = new Printing(row.id, period, base, given(row), figures(row));
        var printed = printer.print(printing.document(opened, notes));
        var people = opened.stream()
                .filter(quote -> quote.text() != null)
                .map(quote -> quote.quote().text().subject())
                .distinct()
                .toList();
        var key = JointKey.make(seals, people, place(row));
        row.shares = json(key.shares());
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

    private static JointKey.Shares shares(ReportRow row) {
        return parse(row.shares, new TypeReference<>() {});
    }

    private static Place place(ReportRow row) {
        return new Place(row.id.toString(), "documents", "key");
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report could not be written as JSON", e);
        }
    }

    private static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report that is kept could not be read", e);
        }
    }
}
