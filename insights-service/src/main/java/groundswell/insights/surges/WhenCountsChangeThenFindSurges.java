package groundswell.insights.surges;

import groundswell.insights.Calendar;
import groundswell.insights.Grain;
import groundswell.insights.Names;
import groundswell.insights.Surges.Found;
import groundswell.insights.journal.Hearing;
import groundswell.insights.journal.InsightsJournal;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Policy: when numbers have changed, or a quarter hour is over, surges are looked for, from the first day that may have
 * changed; the difference from what was found before is stored and told. So an old history that is taken over, a theme
 * that is merged and a ticket that arrives all end in the same surges. While it has much to do it rests four times as long as it took.
 */
@Singleton
class WhenCountsChangeThenFindSurges {
    private static final Logger LOG = Logger.getLogger(WhenCountsChangeThenFindSurges.class);
    private static final String ACTOR = "policy:when-counts-change-then-find-surges";
    private static final int REST = 4;
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /** How things stood when a search began. */
    private record Standing(long version, @Nullable Instant lookedTo, List<CountChanges.Change> changes) {}

    /** @param from the midnight it was searched from */
    private record Finding(Standing standing, Instant from, Instant to, List<Found> before, List<Found> now) {}

    private final DataSource database;
    private final InsightsJournal journal;
    private final Names.Source names;
    private final Calendar calendar;
    private final Hearing hearing;
    private Instant restUntil = Instant.MIN;

    WhenCountsChangeThenFindSurges(
            DataSource database, InsightsJournal journal, Names.Source names, Calendar calendar, Hearing hearing) {
        this.hearing = hearing;
        this.database = database;
        this.journal = journal;
        this.names = names;
        this.calendar = calendar;
    }

    @Scheduled(every = "{groundswell.insights.surges-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void find() {
        var began = calendar.now();
        if (began.isBefore(restUntil) || !hearing.isUpToDate()) {
            return;
        }
        try {
            var finding = search(Grain.QUARTER.ceil(began));
            if (finding != null) {
                OwnTransaction.run(database, transaction -> keep(finding, transaction));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Surges could not be looked for (%s)", Hearing.describe(e));
        }
        var ended = calendar.now();
        var rest = Duration.between(began, ended).multipliedBy(REST);
        restUntil = ended.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }

    /** Everything is read as of one moment, and nothing is locked while it thinks. */
    private @Nullable Finding search(Instant to) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                try (var snapshot = connection.createStatement()) {
                    snapshot.execute("set transaction isolation level repeatable read, read only");
                }
                return search(connection, to);
            } finally {
                connection.rollback();
            }
        }
    }

    private @Nullable Finding search(Connection connection, Instant to) throws SQLException {
        var standing = standing(connection);
        var from = searchFrom(connection, standing, to);
        if (from == null) {
            return null;
        }
        var known = SurgeRows.all(connection, from.minus(Duration.ofDays(64))).stream()
                .map(Found::surge)
                .filter(surge -> !surge.opened().isAfter(from))
                .toList();
        var surges = new SurgeSearch(connection, SurgeRules.USUAL, calendar.zone(), known).from(from, to);
        var before = SurgeRows.all(connection, from.plusNanos(1_000));
        return new Finding(standing, from, to, before, Customers.of(connection, surges));
    }

    private static Standing standing(Connection connection) throws SQLException {
        var changes = CountChanges.read(connection);
        try (var query = connection.prepareStatement("select version, looked_to from insights_surge_search");
                var row = query.executeQuery()) {
            row.next();
            var lookedTo = row.getTimestamp(2);
            return new Standing(row.getLong(1), lookedTo == null ? null : lookedTo.toInstant(), changes);
        }
    }

    /** The midnight before whatever may be different now; null where nothing is. */
    private static @Nullable Instant searchFrom(Connection connection, Standing standing, Instant to)
            throws SQLException {
        var lookedTo = standing.lookedTo();
        if (to.equals(lookedTo) && standing.changes().isEmpty()) {
            return null;
        }
        var changed = lookedTo == null
                ? CountedQuarters.first(connection)
                : standing.changes().stream()
                        .map(CountChanges.Change::since)
                        .filter(since -> since.isBefore(lookedTo))
                        .min(Instant::compareTo)
                        .or(() -> Optional.of(lookedTo));
        if (changed.isEmpty()) {
            return null;
        }
        var midnight = Grain.DAY.floor(changed.get());
        for (var over = SurgeRows.over(connection, midnight); !over.isEmpty(); ) {
            midnight = SurgeSearch.clear(over.stream().map(Found::surge).toList(), midnight);
            over = SurgeRows.over(connection, midnight);
        }
        return midnight;
    }

    /** Whoever comes second finds the version gone on, and looks again. */
    private boolean keep(Finding finding, InboxTransaction transaction) throws SQLException {
        var connection = transaction.connection();
        try (var claim = connection.prepareStatement("update insights_surge_search"
                + " set version = version + 1, looked_to = ?::timestamptz where version = ?")) {
            claim.setString(1, finding.to().toString());
            claim.setLong(2, finding.standing().version());
            if (claim.executeUpdate() == 0) {
                return false;
            }
        }
        CountChanges.seen(connection, finding.standing().changes());
        var difference = SurgeDifference.between(finding.before(), finding.now(), calendar.now());
        if (!difference.isEmpty()) {
            SurgeRows.delete(connection, difference.gone());
            SurgeRows.put(connection, difference.changed());
            journal.tell(difference.news(names.names()), ACTOR, transaction);
        }
        return true;
    }
}
