package groundswell.routing.cover;

import groundswell.journal.SqlFailure;
import groundswell.routing.RosterInForce;
import groundswell.routing.WeeklyShift;
import groundswell.routing.WorkingHours;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Arrivals as they were, people's hours as they are. */
@Singleton
class CoverQuery {
    private final DataSource database;
    private final RosterInForce roster;
    private final Clock clock;

    CoverQuery(DataSource database, RosterInForce roster, Clock clock) {
        this.database = database;
        this.roster = roster;
        this.clock = clock;
    }

    /** @param team only its tickets and people; null for all */
    HeatMap heatMap(int weeks, ZoneId zone, @Nullable String team) {
        var now = clock.instant();
        return HeatMap.of(arrivals(now.minus(Duration.ofDays(7L * weeks + 1)), team), people(team), now, weeks, zone);
    }

    private List<WorkingHours> people(@Nullable String team) {
        return roster.now().places().values().stream()
                .filter(place -> team == null || place.team().equals(team))
                .map(place -> WeeklyShift.hours(place.hours(), ZoneId.of(place.timeZone())))
                .toList();
    }

    private Map<Instant, Integer> arrivals(Instant since, @Nullable String team) {
        var sql = "select date_trunc('hour', opened_at, 'UTC'), count(*) from routing_ticket"
                + " where opened_at >= ? and (?::text is null or coalesce(assigned_team, team) = ?) group by 1";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            query.setString(2, team);
            query.setString(3, team);
            var arrivals = new HashMap<Instant, Integer>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    arrivals.put(row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2));
                }
            }
            return arrivals;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
