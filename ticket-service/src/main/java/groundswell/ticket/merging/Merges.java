package groundswell.ticket.merging;

import static java.util.Objects.requireNonNull;

import groundswell.journal.Handled;
import groundswell.journal.SqlFailure;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand.MergeTicket;
import groundswell.ticket.TicketCommand.MergeTicket.Parent;
import groundswell.ticket.TicketRefused;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.desk.TicketNames;
import groundswell.ticket.http.Caller;
import groundswell.ticket.http.Refused;
import groundswell.ticket.merging.MergeResource.Merge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Looks up what a merge must know of other tickets, and decides while nobody else merges any of the same requester: two merges at
 * the same moment could otherwise make a chain. Everything a merge depends on is of that one requester. The other ticket may be
 * closed a moment later: what is then written to the merged one opens a follow-up, as it does on every closed ticket.
 */
@ApplicationScoped
public class Merges {
    private static final String ALONE =
            "set local lock_timeout = '3s'; select pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String PARENT =
            "select state::text from journal_stream where stream_id = ? and number is not null";
    private static final String CHILDREN = "select exists (select from journal_stream where merged_into = ?)";

    private final DataSource database;
    private final TicketJournal tickets;
    private final TicketNames names;
    private final Desk desk;
    private final Caller caller;
    private final Clock clock;

    /** One at a time here, so that those who wait for each other hold one connection and not all there are. */
    private final ReentrantLock one = new ReentrantLock();

    Merges(DataSource database, TicketJournal tickets, TicketNames names, Desk desk, Caller caller, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.names = names;
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    Handled<Ticket> merge(UUID child, Merge wish) {
        var into = named(wish.into());
        var requester = requireNonNull(tickets.head(child).state().opening()).requesterId();
        one.lock();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                alone(connection, requester);
                var parent = parent(connection, into).orElseThrow(Merges::nobody);
                boolean hasChildren = hasChildren(connection, child);
                return desk.handle(
                        new MergeTicket(child, parent, hasChildren, caller.person(), clock.instant()),
                        wish,
                        caller.expected(),
                        200);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The tickets could not be read");
        } finally {
            one.unlock();
        }
    }

    private UUID named(String name) {
        try {
            return names.idOf(name.strip());
        } catch (TicketRefused | NotFoundException unknown) {
            throw nobody();
        }
    }

    private static Refused nobody() {
        return Refused.field("into", "must be the number or the id of a ticket, such as TKT-4821");
    }

    private static void alone(Connection connection, UUID requester) throws SQLException {
        try (var lock = connection.prepareStatement(ALONE)) {
            lock.setString(1, "merge " + requester);
            lock.execute();
        }
    }

    private Optional<Parent> parent(Connection connection, UUID id) throws SQLException {
        try (var query = connection.prepareStatement(PARENT)) {
            query.setString(1, id.toString());
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(parent(id, tickets.state(row.getString(1)))) : Optional.empty();
            }
        }
    }

    private static Parent parent(UUID id, Ticket ticket) {
        var merge = ticket.merge();
        return new Parent(
                id,
                requireNonNull(ticket.opening()).requesterId(),
                ticket.status(),
                requireNonNull(ticket.opening()).automatic(),
                merge == null ? null : merge.into());
    }

    private static boolean hasChildren(Connection connection, UUID ticket) throws SQLException {
        try (var query = connection.prepareStatement(CHILDREN)) {
            query.setObject(1, ticket);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
