package groundswell.routing.choosing;

import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.routing.PolicyInForce;
import groundswell.routing.Reading;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.TextReader;
import groundswell.routing.choosing.ReadingQueue.Waiting;
import groundswell.routing.choosing.TicketTable.Known;
import groundswell.routing.setup.RoutingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Policy: a text that was read is classified, and routes its ticket unless a rule or a person already has. A few threads
 * read beside the inbox, so that neither clear tickets nor a person wait for an import to be read.
 */
@Singleton
public class WhenTextReadThenRoute {
    private static final Logger LOG = Logger.getLogger(WhenTextReadThenRoute.class);

    /** Few enough that the first of them waits a tenth of a second, enough to share a transaction. */
    private static final int AT_A_TIME = 4;

    private static final Duration IDLE = Duration.ofSeconds(1);

    private record Found(Waiting ticket, @Nullable Reading reading) {}

    private final DataSource database;
    private final ReadingQueue queue;
    private final SealedTexts texts;
    private final TextReader reader;
    private final TaxonomyBook taxonomy;
    private final PolicyInForce policy;
    private final Recorder recorder;
    private final Clock clock;
    private final int threads;
    private final List<Thread> running = new ArrayList<>();
    private volatile boolean stopped;

    WhenTextReadThenRoute(
            DataSource database,
            ReadingQueue queue,
            SealedTexts texts,
            TextReader reader,
            TaxonomyBook taxonomy,
            PolicyInForce policy,
            Recorder recorder,
            Clock clock,
            RoutingConfig config) {
        this.database = database;
        this.queue = queue;
        this.texts = texts;
        this.reader = reader;
        this.taxonomy = taxonomy;
        this.policy = policy;
        this.recorder = recorder;
        this.clock = clock;
        this.threads = config.readers();
    }

    void start(@Observes @Priority(400) StartupEvent event) {
        for (int i = 0; reader.reads() && i < threads; i++) {
            running.add(Thread.ofPlatform().name("text-reader-" + i).daemon().start(this::readUntilStopped));
        }
    }

    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        for (var thread : running) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void readUntilStopped() {
        while (!stopped) {
            try {
                int known = reader.taxonomyVersion();
                var claimed = queue.claim(AT_A_TIME, known);
                if (claimed.isEmpty()) queue.await(IDLE);
                else read(claimed, known);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf(
                        "Reading failed (%s); the tickets are read again",
                        e.getClass().getSimpleName());
                pause();
            }
        }
    }

    /** @param taxonomyVersion what the reader knows at least */
    private void read(List<Waiting> claimed, int taxonomyVersion) throws SQLException {
        var found = new ArrayList<Found>();
        for (var ticket : claimed) {
            try {
                found.add(new Found(ticket, reading(ticket).orElse(null)));
            } catch (KeyNotYetKnown e) {
                LOG.warnf("Ticket %s waits for its requester's key", ticket.ticketId());
            }
        }
        if (!found.isEmpty()) {
            OwnTransaction.run(database, transaction -> {
                record(found, taxonomyVersion, transaction);
                return found.size();
            });
        }
    }

    private Optional<Reading> reading(Waiting ticket) {
        return texts.open(ticket.ticketId(), ticket.messageId(), ticket.subject(), ticket.description())
                .flatMap(reader::read);
    }

    private void record(List<Found> found, int taxonomyVersion, InboxTransaction transaction) throws SQLException {
        var ids = found.stream().map(f -> f.ticket().ticketId()).toList();
        var table = new TicketTable(transaction.connection());
        var standings = table.lock(ids);
        var known = table.themes(ids);
        var taken = queue.take(ids, taxonomyVersion, transaction.connection());
        var findings = new ArrayList<Finding>();
        for (var one : found) {
            var id = one.ticket().ticketId();
            var standing = standings.get(id);
            if (standing != null && taken.contains(id)) findings.addAll(findings(one, standing, known.get(id)));
        }
        recorder.record(findings, standings, transaction);
    }

    private List<Finding> findings(Found found, Standing standing, @Nullable Known known) {
        var ticket = found.ticket();
        var now = clock.instant();
        var findings = new ArrayList<Finding>();
        var reading = found.reading();
        if (reading != null && saysSomethingElse(reading, known)) {
            findings.add(Finding.of(classified(ticket.ticketId(), reading, known), ticket.cause()));
        }
        if (standing.lane() == null) {
            var decision = policy.now().decide(ticket.unread(), reading);
            findings.add(
                    Finding.of(decision.of(ticket.ticketId(), standing.assignmentRevision(), now), ticket.cause()));
        }
        return findings;
    }

    /** A text that is read again: where the theme is the same, it matters only whether it has become clear, or unclear. */
    private boolean saysSomethingElse(Reading reading, @Nullable Known known) {
        if (known == null) return true;
        var themes = taxonomy.now();
        if (known.byPerson() && themes.theme(known.theme()).isPresent()) return false;
        return !reading.theme().equals(themes.current(known.theme()))
                || reading.confidence() < TicketTable.UNCLEAR != known.isUnclear();
    }

    private TicketClassified classified(UUID ticketId, Reading reading, @Nullable Known known) {
        return new TicketClassified(
                ticketId,
                reading.theme(),
                reading.secondary(),
                reading.confidence(),
                reading.model(),
                known == null ? null : known.theme(),
                clock.instant());
    }

    private void pause() {
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
