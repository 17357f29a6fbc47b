package groundswell.ticket.lifecycle;

import groundswell.journal.Cause;
import groundswell.journal.JournalRefused;
import groundswell.journal.SqlFailure;
import groundswell.journal.Submission;
import groundswell.ticket.ClosedHow;
import groundswell.ticket.TicketCommand.CloseTicket;
import groundswell.ticket.TicketRefused;
import groundswell.ticket.desk.TicketConfig;
import groundswell.ticket.desk.TicketJournal;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Policy: a resolved ticket about which nobody said anything for some days is closed, and it is recorded that silence
 * closed it. Every replica looks; the version that was seen to be quiet is the one that is closed, so a word in between
 * wins, and two replicas close once.
 */
@ApplicationScoped
public class WhenQuietThenClose {
    private static final Duration LONGEST = Duration.ofDays(28);
    private static final int AT_ONCE = 500;

    private record Quiet(UUID ticketId, long version) {}

    private final DataSource database;
    private final TicketJournal tickets;
    private final TicketConfig config;
    private final Clock clock;

    WhenQuietThenClose(DataSource database, TicketJournal tickets, TicketConfig config, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.config = config;
        this.clock = clock;
    }

    void check(@Observes StartupEvent start) {
        if (config.closeAfter().compareTo(LONGEST) > 0 || !config.closeAfter().isPositive()) {
            throw new IllegalStateException(
                    "groundswell.ticket.close-after must be more than nothing and at most P28D");
        }
    }

    @Scheduled(
            every = "${groundswell.ticket.close-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        closeQuiet();
    }

    /** @return how many were closed */
    int closeQuiet() {
        var now = clock.instant();
        int closed = 0;
        for (var quiet : quietSince(now.minus(config.closeAfter()))) {
            closed += close(quiet, now) ? 1 : 0;
        }
        return closed;
    }

    private boolean close(Quiet quiet, Instant now) {
        var cause = Cause.of("policy:when-quiet-then-close", UUID.randomUUID().toString());
        try {
            tickets.handle(Submission.<groundswell.ticket.TicketCommand>of(
                            quiet.ticketId().toString(), new CloseTicket(quiet.ticketId(), ClosedHow.QUIET, now), cause)
                    .expecting(quiet.version()));
            return true;
        } catch (JournalRefused | TicketRefused somethingHappened) {
            return false;
        }
    }

    private List<Quiet> quietSince(Instant then) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select stream_id, version from journal_stream"
                        + " where status = 'resolved' and merged_into is null and updated_at <= ? order by updated_at limit "
                        + AT_ONCE)) {
            query.setObject(1, then.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var quiet = new ArrayList<Quiet>();
                while (rows.next()) {
                    quiet.add(new Quiet(UUID.fromString(rows.getString(1)), rows.getLong(2)));
                }
                return quiet;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
