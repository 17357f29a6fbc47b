package groundswell.insights.reports;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes reports, keeps them as they were written, and takes out the quotes of people who are erased or withdraw. */
@ApplicationScoped
public class Reports {
    /** Any number that no other lock of this database uses. */
    private static final long WRITING = 7_418_529_642L;

    private static final String FIRST = "As first written";

    /** @param isNew false where it had been written before: then it is that one */
    record Written(ReportRow row, boolean isNew) {}

    private final Foundations foundations;
    private final QuoteChoice quotes;
    private final Press press;
    private final Calendar calendar;
    private final EntityManager entities;

    Reports(Foundations foundations, QuoteChoice quotes, Press press, Calendar calendar, EntityManager entities) {
        this.foundations = foundations;
        this.quotes = quotes;
        this.press = press;
        this.calendar = calendar;
        this.entities = entities;
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
        row.given = ReportJson.write(foundation.given());
        row.figures = ReportJson.write(figures);
        row.figuresHash = Hash.of(row.figures);
        row.quotes = ReportJson.write(quotes.of(row.id, foundation.given(), figures));
        row.evidence = Gzip.pack(foundation.evidence().csv());
        row.evidenceHash = Hash.of(row.evidence);
        var first = press.print(row, FIRST, row.writtenAt);
        row.persistAndFlush();
        first.persist();
        return new Written(row, true);
    }

    /** As it is to be read now: a quote whose author was erased, or has withdrawn, is out of it. */
    @Transactional
    ReportRow read(UUID id) {
        var row = known(id);
        if (press.isCurrent(row)) {
            return row;
        }
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        if (!press.isCurrent(row)) {
            var note = press.remove(row);
            row.revision++;
            press.print(row, note, calendar.now()).persist();
        }
        return row;
    }

    /** The bytes of one document. */
    @Transactional
    byte[] document(UUID id, Format format) {
        var row = read(id);
        return press.open(row).open(format.box(row), format.extension());
    }

    /** Every number worked out again from the evidence, and every hash. */
    @Transactional
    ReportCheck check(UUID id) {
        var row = read(id);
        var hashes = RevisionRow.of(row.id).getFirst();
        var key = press.open(row);
        var evidence = row.evidence();
        return new ReportCheck(
                Hash.of(row.evidence).equals(row.evidenceHash),
                row.hasItsFigures()
                        && Recount.of(row.figures(), row.given(), evidence).isEqual(),
                Stream.of(Format.values())
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

    private static ReportRow known(UUID id) {
        return ReportRow.<ReportRow>findByIdOptional(id)
                .orElseThrow(() ->
                        new InsightsRefused(Reason.NOT_WRITTEN, "GET /api/insights/reports lists those there are."));
    }
}
