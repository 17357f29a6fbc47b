package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.Assignments;
import groundswell.routing.Label;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.RoutingState;
import groundswell.routing.choosing.TicketNews.AssignmentRefused;
import groundswell.routing.choosing.TicketNews.TicketAssigned;
import groundswell.routing.choosing.TicketNews.TicketOpened;
import groundswell.routing.choosing.TicketNews.TicketReopened;
import groundswell.routing.choosing.TicketNews.TicketUnmerged;
import groundswell.routing.choosing.TicketTable.Arrival;
import groundswell.routing.choosing.WhenTicketOpenedThenRoute.Prepared;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One batch on its way: rows are locked and read once, followed in memory, and written once. */
final class BatchRouting {
    private final InboxTransaction transaction;
    private final TicketTable table;
    private final Assignments assignments;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Map<UUID, Standing> standings = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Label> kept = new ArrayList<>();
    private final Map<UUID, Finding> reopened = new LinkedHashMap<>();
    private final Map<UUID, Instant> assignedAt = new HashMap<>();
    private final Set<UUID> undealt = new HashSet<>();
    private final LinkedHashSet<UUID> opened = new LinkedHashSet<>();
    private Map<UUID, Integer> ours = Map.of();
    private Map<UUID, TicketRouted> decided = Map.of();

    BatchRouting(
            InboxTransaction transaction,
            Assignments assignments,
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal) {
        this.journal = journal;
        this.transaction = transaction;
        this.table = new TicketTable(transaction.connection());
        this.assignments = assignments;
    }

    void begin(List<Prepared> batch) throws SQLException {
        var arrivals = new ArrayList<Arrival>();
        var ids = new LinkedHashSet<UUID>();
        var causes = new ArrayList<UUID>();
        var perhapsAgain = new LinkedHashSet<UUID>();
        for (var one : batch) {
            ids.add(one.news().ticketId());
            var delivery = one.delivery();
            if (one.news() instanceof TicketOpened e)
                arrivals.add(new Arrival(e, delivery.eventId(), delivery.cause()));
            if (one.news() instanceof TicketAssigned) addId(delivery.cause().causationId(), causes);
            if (one.news() instanceof AssignmentRefused e) causes.add(e.commandId());
            if (one.news() instanceof AssignmentRefused || isOpenAgain(one.news()))
                perhapsAgain.add(one.news().ticketId());
        }
        standings.putAll(table.lock(ids));
        table.insert(arrivals);
        ours = causes.isEmpty() ? Map.of() : assignments.ours(causes, transaction);
        decided = perhapsAgain.isEmpty() ? Map.of() : decisions(perhapsAgain);
    }

    /** The decisions in force, read under the tickets' locks: whoever records one holds them too. */
    private Map<UUID, TicketRouted> decisions(Collection<UUID> tickets) throws SQLException {
        var found = new HashMap<UUID, TicketRouted>();
        var connection = transaction.connection();
        try (var query = connection.prepareStatement(
                "select stream_id, state::text from journal_stream where stream_id = any (?)")) {
            var streams = tickets.stream().map(UUID::toString).toArray();
            query.setArray(1, connection.createArrayOf("text", streams));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var routed = journal.state(row.getString(2)).routed();
                    if (routed != null) found.put(routed.ticketId(), routed);
                }
            }
        }
        return found;
    }

    /** Where the ticket stands after this event, or null where its opening was never seen. */
    @Nullable
    Standing follow(Prepared one) {
        var id = one.news().ticketId();
        if (one.news() instanceof TicketOpened e && !standings.containsKey(id)) {
            standings.put(id, Standing.of(e));
            opened.add(id);
        }
        if (one.news() instanceof TicketAssigned e) assignedAt.put(id, e.at());
        if (isOpenAgain(one.news())) undealt.add(id);
        if (one.news() instanceof AssignmentRefused e && ours.containsKey(e.commandId())) undealt.add(id);
        return standings.computeIfPresent(id, (_, standing) -> standing.after(one.news(), isOurs(one)));
    }

    void found(TicketRouted decision, Cause cause) {
        standings.computeIfPresent(decision.ticketId(), (_, standing) -> {
            findings.add(Finding.teaching(decision, cause, standing));
            return standing.after(decision);
        });
    }

    void resolved(Standing standing, Cause cause) {
        Teaching.resolved(standing, cause).ifPresent(kept::add);
    }

    /** The same decision on the newer assignment, where a wish of ours was refused for that one. */
    Optional<TicketRouted> again(AssignmentRefused e, Standing standing) {
        var refusedAt = ours.get(e.commandId());
        return refusedAt != null && standing.asksAgain(refusedAt, e.assignmentRevision())
                ? Optional.ofNullable(decided.get(e.ticketId()))
                        .map(last -> last.having(e.assignmentRevision(), e.at()))
                : Optional.empty();
    }

    /** Asks for what was decided before, if at the end of the batch nobody has the ticket. */
    void openAgain(UUID ticketId, Cause cause) {
        var last = decided.get(ticketId);
        if (last != null) reopened.put(ticketId, Finding.of(last, cause));
    }

    /** Tickets that were new in this batch. */
    List<UUID> opened() {
        return List.copyOf(opened);
    }

    void end(Recorder recorder) throws SQLException {
        table.save(standings.values(), assignedAt, undealt);
        recorder.record(findings, standings, transaction);
        recorder.teach(kept, transaction);
        findings.forEach(finding -> reopened.remove(finding.ticketId()));
        recorder.askOnceReopened(reopened.values(), standings, transaction);
    }

    private static boolean isOpenAgain(TicketNews news) {
        return news instanceof TicketReopened || news instanceof TicketUnmerged;
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
