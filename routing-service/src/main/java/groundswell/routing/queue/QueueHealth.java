package groundswell.routing.queue;

import groundswell.journal.SqlFailure;
import groundswell.routing.Colleague;
import groundswell.routing.PresenceBook;
import groundswell.routing.RosterInForce;
import groundswell.routing.TeamEvent.PersonLoad;
import groundswell.routing.TeamEvent.QueueChanged;
import groundswell.routing.Teams;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How many wait, how long, and who has what? Every team, and the tickets without one under {@value #TRIAGE}. */
@Singleton
class QueueHealth {
    static final String TRIAGE = "triage";

    private record Count(int waiting, @Nullable Instant oldestAt, int atRisk, int breached) {
        static final Count NONE = new Count(0, null, 0, 0);
    }

    private record Held(int open, int unanswered, int atRisk, int breached) {
        static final Held NOTHING = new Held(0, 0, 0, 0);
    }

    private static final String HANDED_ON = """
            select coalesce(assigned_team, 'triage'), count(*) from routing_ticket
            where handed_on_at >= clock_timestamp() - interval '24 hours' group by 1""";

    private static final String REROUTED = """
            select sent_team, count(*) from routing_ticket
            where sent_at is not null and decided_by = 'agent' and team is distinct from sent_team
                and decided_at >= clock_timestamp() - interval '24 hours' group by 1""";

    private final DataSource database;
    private final Teams teams;
    private final RosterInForce roster;
    private final PresenceBook presence;
    private final Clock clock;

    QueueHealth(DataSource database, Teams teams, RosterInForce roster, PresenceBook presence, Clock clock) {
        this.database = database;
        this.teams = teams;
        this.roster = roster;
        this.presence = presence;
        this.clock = clock;
    }

    /** The teams in order, then triage. */
    List<QueueChanged> now() {
        var now = clock.instant();
        var places = roster.now().places();
        var away = presence.away();
        try (var connection = database.getConnection()) {
            var counts = counts(connection);
            var moved = byTeam(REROUTED, connection);
            var handedOn = byTeam(HANDED_ON, connection);
            var held = held(connection);
            var found = new ArrayList<QueueChanged>();
            for (var team : teams.codes()) {
                var people = places.entrySet().stream()
                        .filter(entry -> entry.getValue().team().equals(team))
                        .map(entry -> Colleague.of(entry.getKey(), entry.getValue(), away.get(entry.getKey())))
                        .sorted(Comparator.comparing(Colleague::id))
                        .map(person -> load(person, held, now))
                        .toList();
                found.add(changed(team, counts, handedOn, moved, people, now));
            }
            found.add(changed(TRIAGE, counts, handedOn, moved, List.of(), now));
            return found;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static PersonLoad load(Colleague person, Map<UUID, Held> held, Instant now) {
        var has = held.getOrDefault(person.id(), Held.NOTHING);
        return new PersonLoad(
                person.id(), person.atWork(now), has.open(), has.unanswered(), has.atRisk(), has.breached());
    }

    private static QueueChanged changed(
            String team,
            Map<String, Count> counts,
            Map<String, Integer> handedOn,
            Map<String, Integer> moved,
            List<PersonLoad> people,
            Instant now) {
        var count = counts.getOrDefault(team, Count.NONE);
        return new QueueChanged(
                team,
                count.waiting(),
                count.oldestAt(),
                count.atRisk(),
                count.breached(),
                handedOn.getOrDefault(team, 0),
                moved.getOrDefault(team, 0),
                people,
                now);
    }

    /**
     * A ticket that somebody took before it had a team is theirs and waits nowhere; one that is being read, or is on its way,
     * is in no lane yet.
     */
    private static Map<String, Count> counts(Connection connection) throws SQLException {
        var sql = """
                select case when r.assigned_team is not null then r.assigned_team when r.lane = 'triage' then 'triage' end,
                    count(*) filter (where r.assignee_id is null and c.status is distinct from 'pending'),
                    min(coalesce(r.assigned_at, r.opened_at))
                        filter (where r.assignee_id is null and c.status is distinct from 'pending'),
                    count(*) filter (where c.at_risk), count(*) filter (where c.breached)
                from routing_ticket r left join target_clock c on c.ticket_id = r.ticket_id and c.status not in ('resolved', 'closed')
                where r.waiting and (r.assigned_team is not null or r.lane = 'triage') group by 1""";
        var counts = new HashMap<String, Count>();
        try (var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            while (row.next())
                counts.put(row.getString(1), new Count(row.getInt(2), instant(row, 3), row.getInt(4), row.getInt(5)));
        }
        return counts;
    }

    private static Map<String, Integer> byTeam(String sql, Connection connection) throws SQLException {
        var counts = new HashMap<String, Integer>();
        try (var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            while (row.next()) counts.put(row.getString(1), row.getInt(2));
        }
        return counts;
    }

    private static Map<UUID, Held> held(Connection connection) throws SQLException {
        var sql = """
                select r.assignee_id, count(*) filter (where c.status is distinct from 'pending'),
                    count(*) filter (where c.unanswered_since is not null), count(*) filter (where c.at_risk),
                    count(*) filter (where c.breached)
                from routing_ticket r left join target_clock c on c.ticket_id = r.ticket_id and c.status not in ('resolved', 'closed')
                where r.waiting and r.assignee_id is not null group by 1""";
        var held = new HashMap<UUID, Held>();
        try (var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            while (row.next())
                held.put(
                        row.getObject(1, UUID.class),
                        new Held(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
        }
        return held;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
