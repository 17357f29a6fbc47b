package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.Assignments;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.choosing.TicketNews.AssignmentRefused;
import groundswell.routing.choosing.TicketNews.TicketAssigned;
import groundswell.routing.choosing.TicketNews.TicketOpened;
import groundswell.routing.choosing.TicketTable.Arrival;
import groundswell.routing.choosing.WhenTicketOpenedThenRoute.Prepared;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One batch on its way: rows are locked and read once, followed in memory, and written once. */
final class BatchRouting {
    private final InboxTransaction transaction;
    private final TicketTable table;
    private final Assignments assignments;
    private final Map<UUID, Standing> standings = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final LinkedHashSet<UUID> opened = new LinkedHashSet<>();
    private Map<UUID, Integer> ours = Map.of();

    BatchRouting(InboxTransaction transaction, Assignments assignments) {
        this.transaction = transaction;
        this.table = new TicketTable(transaction.connection());
        this.assignments = assignments;
    }

    void begin(List<Prepared> batch) throws SQLException {
        var arrivals = new ArrayList<Arrival>();
        var ids = new LinkedHashSet<UUID>();
        var causes = new ArrayList<UUID>();
        for (var one : batch) {
            ids.add(one.news().ticketId());
            var delivery = one.delivery();
            if (one.news() instanceof TicketOpened e)
                arrivals.add(new Arrival(e, delivery.eventId(), delivery.cause()));
            if (one.news() instanceof TicketAssigned) addId(delivery.cause().causationId(), causes);
            if (one.news() instanceof AssignmentRefused e) causes.add(e.commandId());
        }
        standings.putAll(table.lock(ids));
        table.insert(arrivals);
        ours = causes.isEmpty() ? Map.of() : assignments.ours(causes, transaction);
    }

    /** Where the ticket stands after this event, or null where its opening was never seen. */
    @Nullable
    Standing follow(Prepared one) {
        var id = one.news().ticketId();
        if (one.news() instanceof TicketOpened e && !standings.containsKey(id)) {
            standings.put(id, Standing.of(e));
            opened.add(id);
        }
        return standings.computeIfPresent(id, (_, standing) -> standing.after(one.news(), isOurs(one)));
    }

    void found(TicketRouted decision, Cause cause) {
        findings.add(Finding.of(decision, cause));
        standings.computeIfPresent(decision.ticketId(), (_, standing) -> standing.after(decision));
    }

    boolean asksAgain(AssignmentRefused e, Standing standing) {
        var refusedAt = ours.get(e.commandId());
        return refusedAt != null && standing.asksAgain(refusedAt, e.assignmentRevision());
    }

    /** Tickets that were new in this batch. */
    List<UUID> opened() {
        return List.copyOf(opened);
    }

    void end(Recorder recorder) throws SQLException {
        table.save(standings.values());
        recorder.record(findings, standings, transaction);
    }

    private boolean isOurs(Prepared one) {
        var causes = new ArrayList<UUID>();
        addId(one.delivery().cause().causationId(), causes);
        return causes.stream().anyMatch(ours::containsKey);
    }

    private static void addId(@Nullable String text, List<UUID> to) {
        if (text == null) return;
        try {
            to.add(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            // A cause from outside may be any text; it is none of our wishes then.
        }
    }
}
