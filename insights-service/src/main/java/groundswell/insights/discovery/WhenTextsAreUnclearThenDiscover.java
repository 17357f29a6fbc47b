package groundswell.insights.discovery;

import groundswell.insights.Calendar;
import groundswell.insights.Opening;
import groundswell.insights.discovery.Discoveries.Found;
import groundswell.insights.discovery.Group.Unclear;
import groundswell.insights.journal.Hearing;
import groundswell.language.Keywords;
import groundswell.language.Keywords.Written;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Embeds what is unclear to routing-service, a little at a time, and groups it anew whenever there is more of it. */
@ApplicationScoped
public class WhenTextsAreUnclearThenDiscover {
    private static final Logger LOG = Logger.getLogger(WhenTextsAreUnclearThenDiscover.class);

    /** Any number that no other lock of this database uses. */
    private static final long LOCK = 74_185_298;

    /** Some four seconds of one core. */
    private static final int EMBEDDED_AT_ONCE = 200;

    /** So many of a group's tickets, the most typical, name it. */
    private static final int READ = 50;

    private static final int WORDS = 3;

    private final DataSource database;
    private final UnclearTexts texts;
    private final Opening.Source openings;
    private final Discoveries discoveries;
    private final Hearing hearing;
    private final Calendar calendar;

    /** The tickets that were grouped last; null until it is known. */
    private @Nullable Set<UUID> grouped;

    WhenTextsAreUnclearThenDiscover(
            DataSource database,
            UnclearTexts texts,
            Opening.Source openings,
            Discoveries discoveries,
            Hearing hearing,
            Calendar calendar) {
        this.database = database;
        this.texts = texts;
        this.openings = openings;
        this.discoveries = discoveries;
        this.hearing = hearing;
        this.calendar = calendar;
    }

    @Scheduled(
            every = "{groundswell.insights.discoveries-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void discover() {
        if (!hearing.isUpToDate()) {
            return;
        }
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (alone(connection)) {
                    look(calendar.now().minus(Opening.KEPT));
                }
            } finally {
                connection.rollback(); // gives the lock back
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Unclear texts could not be grouped (%s); it is tried again", Hearing.describe(e));
        }
    }

    /** One replica at a time: a group that is made of older tickets must not take the place of a newer one. */
    private static boolean alone(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void look(Instant since) throws SQLException {
        if (texts.encode(texts.sample(since), EMBEDDED_AT_ONCE) >= EMBEDDED_AT_ONCE) {
            return; // there are more: groups of a part of them would not last
        }
        group(texts.open(texts.sample(since)), since);
        texts.forget(since);
    }

    private void group(List<Unclear> unclear, Instant since) throws SQLException {
        var now = unclear.stream().map(Unclear::ticketId).collect(Collectors.toSet());
        if (now.equals(grouped)) {
            return;
        }
        var keywords = Group.wordsAgainst(unclear);
        discoveries.replace(
                Group.of(unclear).stream()
                        .map(group -> new Found(group, words(group, keywords)))
                        .toList(),
                since);
        grouped = now;
    }

    private List<String> words(Group group, Keywords keywords) {
        var read = openings.open(group.members().keySet().stream().limit(READ).toList()).stream()
                .map(opening -> new Written(opening.requesterId(), opening.text()))
                .toList();
        return keywords.of(read, Group.LEAST_CUSTOMERS, WORDS);
    }
}
