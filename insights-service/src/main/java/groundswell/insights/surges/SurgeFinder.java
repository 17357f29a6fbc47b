package groundswell.insights.surges;

import groundswell.insights.Calendar;
import groundswell.insights.Grain;
import groundswell.insights.Surge;
import groundswell.insights.Surges.Found;
import groundswell.insights.journal.Snapshot;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks for surges as of now, and stores and tells what differs from what was found before. Where the past has changed it is
 * searched again piece by piece, each kept on its own: so an old history that is taken over, a theme that is merged and a
 * ticket that arrives all end in the same surges, and none of them holds up today's.
 */
final class SurgeFinder {
    private static final Duration BASELINE = Duration.ofDays(64);

    /** Tells others of what has become of surges, in the transaction that stores it. */
    interface Telling {
        void tell(SurgeDifference difference, InboxTransaction transaction) throws SQLException;
    }

    /** @param pastFrom from where the past is still to be searched */
    private record Finding(
            SurgeStanding standing, Instant to, @Nullable Instant pastFrom, List<Found> before, List<Found> now) {}

    private interface Search {
        @Nullable
        Finding in(Connection connection, Instant to) throws SQLException;
    }

    private final DataSource database;
    private final Calendar calendar;
    private final Telling telling;

    SurgeFinder(DataSource database, Calendar calendar, Telling telling) {
        this.database = database;
        this.calendar = calendar;
        this.telling = telling;
    }

    /** Looks at today, if a quarter hour is over or a number has changed. */
    void present() throws SQLException {
        search(this::present);
    }

    /** Searches one piece of the past that has changed; false where none is left. */
    boolean past() throws SQLException {
        return search(this::past);
    }

    /** Everything is read as of one moment, and nothing is locked while it thinks. */
    private boolean search(Search search) throws SQLException {
        var found = Snapshot.of(
                database, connection -> Optional.ofNullable(search.in(connection, Grain.QUARTER.ceil(calendar.now()))));
        if (found.isPresent()) {
            OwnTransaction.run(database, transaction -> keep(found.get(), transaction));
        }
        return found.isPresent();
    }

    private @Nullable Finding present(Connection connection, Instant to) throws SQLException {
        var standing = SurgeStanding.read(connection);
        if (!standing.isBehind(to)) {
            return null;
        }
        var from = SurgeRows.clear(connection, standing.presentFrom(to));
        return finding(
                connection,
                standing,
                from,
                to,
                standing.pastFrom(from),
                search(connection, from).from(from, to));
    }

    /** The next piece; stretches without any ticket are passed over. Changes are left to the look at the present. */
    private @Nullable Finding past(Connection connection, Instant to) throws SQLException {
        var standing = SurgeStanding.read(connection).withoutChanges();
        var left = standing.pastFrom();
        if (left == null) {
            return null;
        }
        var first = CountedQuarters.firstFrom(connection, left);
        if (first.isEmpty() || first.get().isAfter(to)) {
            return finding(connection, standing, left, to, null, List.of());
        }
        var from = SurgeRows.clear(connection, left);
        var start = from.isBefore(left) ? from : first.get();
        var piece = search(connection, start).piece(start, left, to);
        return finding(
                connection,
                standing,
                from,
                piece.next(),
                piece.next().equals(to) ? null : piece.next(),
                piece.surges());
    }

    private SurgeSearch search(Connection connection, Instant from) throws SQLException {
        var known = SurgeRows.openedBetween(connection, from.minus(BASELINE), from).stream()
                .map(Found::surge)
                .toList();
        return new SurgeSearch(connection, SurgeRules.USUAL, calendar.zone(), known);
    }

    private static Finding finding(
            Connection connection,
            SurgeStanding standing,
            Instant after,
            Instant to,
            @Nullable Instant pastFrom,
            List<Surge> surges)
            throws SQLException {
        var before = SurgeRows.openedBetween(connection, after, to);
        return new Finding(standing, to, pastFrom, before, Customers.of(connection, surges));
    }

    /** Whoever comes second finds the version gone on, and looks again. */
    private boolean keep(Finding finding, InboxTransaction transaction) throws SQLException {
        var connection = transaction.connection();
        if (!finding.standing().keep(connection, finding.to(), finding.pastFrom())) {
            return false;
        }
        CountChanges.seen(connection, finding.standing().changes());
        var difference = SurgeDifference.between(finding.before(), finding.now(), calendar.now());
        if (!difference.isEmpty()) {
            SurgeRows.delete(connection, difference.gone());
            SurgeRows.put(connection, difference.changed());
            telling.tell(difference, transaction);
        }
        return true;
    }
}
