package groundswell.routing.sla;

import static groundswell.routing.sla.ClockTable.array;
import static groundswell.routing.sla.ClockTable.text;

import groundswell.routing.TargetEvent;
import groundswell.routing.TargetEvent.TargetBreached;
import groundswell.routing.TargetEvent.TargetCancelled;
import groundswell.routing.TargetEvent.TargetMet;
import groundswell.routing.TargetEvent.TargetMoved;
import groundswell.routing.TargetEvent.TargetRetracted;
import groundswell.routing.TargetEvent.TargetStarted;
import groundswell.routing.TargetEvent.TargetWarned;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code time_target}: each target as it was told last, for lists and for attainment. */
final class TargetTable {
    private final Connection connection;

    TargetTable(Connection connection) {
        this.connection = connection;
    }

    /** What several events of one target say together; null leaves a column as it is. */
    private record Change(
            TargetEvent about,
            @Nullable TargetStarted started,
            @Nullable String status,
            boolean moves,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            boolean warns) {
        static Change of(TargetEvent event) {
            return switch (event) {
                case TargetStarted e -> new Change(e, e, "running", true, e.dueAt(), null, false);
                case TargetMoved e -> new Change(e, null, null, true, e.dueAt(), null, false);
                case TargetWarned e -> new Change(e, null, null, true, e.dueAt(), null, true);
                case TargetBreached e -> new Change(e, null, "breached", true, e.dueAt(), e.at(), false);
                case TargetRetracted e -> new Change(e, null, "running", false, null, null, false);
                case TargetMet e -> new Change(e, null, "met", false, null, e.at(), false);
                case TargetCancelled e -> new Change(e, null, "cancelled", false, null, e.at(), false);
            };
        }

        Change then(Change next) {
            return new Change(
                    next.about,
                    next.started == null ? started : next.started,
                    next.status == null ? status : next.status,
                    moves || next.moves,
                    next.moves ? next.dueAt : dueAt,
                    next.status == null ? endedAt : next.endedAt,
                    warns || next.warns);
        }
    }

    /** @param lives of the tickets, which know who had one when a time ended */
    void told(List<TargetEvent> events, Map<UUID, Lifeline> lives) throws SQLException {
        var changes = new LinkedHashMap<String, Change>();
        for (var event : events) {
            var key = event.ticketId() + groundswell.routing.TargetStanding.key(event);
            changes.merge(key, Change.of(event), Change::then);
        }
        var begun = new ArrayList<Change>();
        var gone = new ArrayList<Change>();
        changes.values().forEach(change -> (change.started() == null ? gone : begun).add(change));
        insert(begun, lives);
        update(gone, lives);
    }

    private void insert(List<Change> changes, Map<UUID, Lifeline> lives) throws SQLException {
        if (changes.isEmpty()) return;
        var sql = """
                insert into time_target (ticket_id, target, cycle, priority, plan, started_at, due_at, status, ended_at, warned,
                    team)
                select * from unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::text[], ?::timestamptz[], ?::boolean[], ?::text[])
                on conflict (ticket_id, target, cycle) do update set priority = excluded.priority,
                    started_at = excluded.started_at, due_at = excluded.due_at, status = excluded.status,
                    ended_at = excluded.ended_at, team = excluded.team,
                    warned = time_target.warned or excluded.warned""";
        try (var put = connection.prepareStatement(sql)) {
            array(put, 1, "uuid", changes, it -> it.about().ticketId());
            array(put, 2, "text", changes, it -> it.about().target().toString());
            array(put, 3, "int4", changes, it -> it.about().cycle());
            array(put, 4, "text", changes, it -> started(it).priority());
            array(put, 5, "text", changes, it -> started(it).plan());
            array(put, 6, "text", changes, it -> started(it).startedAt().toString());
            array(put, 7, "text", changes, it -> text(it.dueAt()));
            array(put, 8, "text", changes, Change::status);
            array(put, 9, "text", changes, it -> text(it.endedAt()));
            array(put, 10, "bool", changes, Change::warns);
            array(put, 11, "text", changes, it -> team(it, lives));
            put.executeUpdate();
        }
    }

    private void update(List<Change> changes, Map<UUID, Lifeline> lives) throws SQLException {
        if (changes.isEmpty()) return;
        var sql = """
                update time_target t set status = coalesce(c.status, t.status),
                    due_at = case when c.moves then c.due_at else t.due_at end,
                    ended_at = case when c.status is null then t.ended_at else c.ended_at end,
                    team = case when c.status is null then t.team else c.team end, warned = t.warned or c.warns
                from unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::boolean[], ?::timestamptz[], ?::timestamptz[],
                    ?::boolean[], ?::text[])
                    as c (ticket_id, target, cycle, status, moves, due_at, ended_at, warns, team)
                where t.ticket_id = c.ticket_id and t.target = c.target and t.cycle = c.cycle""";
        try (var put = connection.prepareStatement(sql)) {
            array(put, 1, "uuid", changes, it -> it.about().ticketId());
            array(put, 2, "text", changes, it -> it.about().target().toString());
            array(put, 3, "int4", changes, it -> it.about().cycle());
            array(put, 4, "text", changes, Change::status);
            array(put, 5, "bool", changes, Change::moves);
            array(put, 6, "text", changes, it -> text(it.dueAt()));
            array(put, 7, "text", changes, it -> text(it.endedAt()));
            array(put, 8, "bool", changes, Change::warns);
            array(put, 9, "text", changes, it -> team(it, lives));
            put.executeUpdate();
        }
    }

    /** Whose it was when the time ended; nobody's where that was what ended late. */
    private static @Nullable String team(Change change, Map<UUID, Lifeline> lives) {
        var life = lives.get(change.about().ticketId());
        return life == null || change.endedAt() == null
                ? null
                : life.teamAt(change.endedAt()).orElse(null);
    }

    private static TargetStarted started(Change change) {
        return java.util.Objects.requireNonNull(change.started());
    }
}
