package groundswell.bench.journal;

import groundswell.bench.Callers;
import groundswell.bench.Report;
import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.SlotWatch;
import groundswell.journal.Slots;
import groundswell.journal.Submission;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** How fast events are appended and durable: in groups, with a commit each, and by a plain program. */
final class Appends {
    private static final int CALLERS = 64;
    static final int LANES = 2;

    private final DataSource database;
    private final Slots slots;
    private final Report report;

    Appends(DataSource database, Slots slots, Report report) {
        this.database = database;
        this.slots = slots;
        this.report = report;
    }

    void measure(int events) throws Exception {
        BareInsert.createTables(database);
        bare(events / 10, 0); // warm
        grouped(events / 5, Journal.GROUP, LANES);
        report.heading("Appends, %d callers, event and head durable".formatted(CALLERS));
        double bare = bare(events, events);
        double alone = grouped(events / 4, 1, slots.partitions());
        double grouped = grouped(events, Journal.GROUP, LANES);
        report.figure("bare prepared single-commit inserts", bare, "appends/s");
        report.figure("journal, a commit each", alone, "appends/s");
        report.figure("journal, group commit", grouped, "appends/s");
        report.atLeast("group commit against a commit each", grouped / alone, 3);
        report.atLeast("group commit against bare inserts", grouped / bare, 1.5);
    }

    void lone(int calls) throws Exception {
        report.heading("A lone append, median");
        double commit;
        try (var insert = new BareInsert(database, Note::bytes)) {
            Callers.median(calls, (caller, n) -> insert.insert(10_000_000 + n)); // warm
            commit = Callers.median(calls, (caller, n) -> insert.insert(20_000_000 + n));
        }
        double append;
        try (var journal = open(Journal.GROUP, LANES)) {
            Callers.median(calls, (caller, n) -> append(journal, n)); // warm
            append = Callers.median(calls, (caller, n) -> append(journal, n));
        }
        report.figure("one bare commit", commit, "µs");
        report.figure("journal", append, "µs");
        report.atMost("a lone append against one bare commit", append / commit, 1.5);
    }

    /** The cost of an event must not grow with history. */
    void history(int small, int large) throws Exception {
        report.heading("Cost per event as history grows");
        long now = count();
        if (now < small) {
            grouped((int) (small - now), Journal.GROUP, LANES);
        }
        double before = grouped(20_000, Journal.GROUP, LANES);
        grouped((int) (large - count()), Journal.GROUP, LANES);
        double after = grouped(20_000, Journal.GROUP, LANES);
        report.figure("at %,d events".formatted(small), before, "appends/s");
        report.figure("at %,d events".formatted(large), after, "appends/s");
        report.atMost("cost at %,d against %,d".formatted(large, small), before / after, 1.15);
    }

    double grouped(int events, int group, int lanes) throws InterruptedException {
        try (var journal = open(group, lanes)) {
            return Callers.rate(CALLERS, events, (caller, n) -> append(journal, n));
        }
    }

    private Journal<Note.NoteTaken, Note.Notes, Note> open(int group, int lanes) {
        return new Journal<>(database, Note.definition(slots), lanes, group, SlotWatch.NONE);
    }

    private static void append(Journal<Note.NoteTaken, ?, ?> journal, int n) {
        var stream = UUID.randomUUID().toString();
        journal.handle(Submission.of(stream, Note.number(n), Cause.of("bench", "c")));
    }

    private double bare(int events, int from) throws SQLException, InterruptedException {
        return BareInsert.rate(database, Note::bytes, CALLERS, events, from);
    }

    long count() throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select count(*) from journal_event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
