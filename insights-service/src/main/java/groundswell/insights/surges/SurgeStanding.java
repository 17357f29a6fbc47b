package groundswell.insights.surges;

import groundswell.insights.Grain;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far surges have been searched.
 *
 * @param version by which only one of two replicas keeps what it found
 * @param lookedTo how far the present was searched; null before the first time
 * @param pastFrom from which midnight on the past is to be searched again; null where nothing is
 * @param changes of counts that nobody has looked at yet
 */
record SurgeStanding(
        long version, @Nullable Instant lookedTo, @Nullable Instant pastFrom, List<CountChanges.Change> changes) {
    static SurgeStanding read(Connection connection) throws SQLException {
        var changes = CountChanges.read(connection);
        try (var query =
                        connection.prepareStatement("select version, looked_to, past_from from insights_surge_search");
                var row = query.executeQuery()) {
            row.next();
            return new SurgeStanding(
                    row.getLong(1), instant(row.getTimestamp(2)), instant(row.getTimestamp(3)), changes);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    SurgeStanding withoutChanges() {
        return new SurgeStanding(version, lookedTo, pastFrom, List.of());
    }

    /** The present is looked at again with each quarter hour, and with each change. */
    boolean isBehind(Instant now) {
        return !now.equals(lookedTo) || !changes.isEmpty();
    }

    /** The midnight from which the present is searched; before the first time, today's. */
    Instant presentFrom(Instant now) {
        return Grain.DAY.floor(lookedTo == null ? now : lookedTo);
    }

    /** From where the past is to be searched again once the present was from {@code presentFrom}; null where it isn't. */
    @Nullable
    Instant pastFrom(Instant presentFrom) {
        var first = lookedTo == null ? Optional.of(Instant.EPOCH) : Optional.<Instant>empty();
        return Stream.of(
                        first,
                        Optional.ofNullable(pastFrom),
                        changes.stream()
                                .map(change -> Grain.DAY.floor(change.since()))
                                .filter(day -> day.isBefore(presentFrom))
                                .min(Comparator.naturalOrder()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Keeps how far it came, unless somebody else was first. */
    boolean keep(Connection connection, Instant to, @Nullable Instant past) throws SQLException {
        try (var claim = connection.prepareStatement("update insights_surge_search set version = version + 1,"
                + " looked_to = greatest(looked_to, ?::timestamptz), past_from = ?::timestamptz where version = ?")) {
            claim.setString(1, to.toString());
            claim.setString(2, past == null ? null : past.toString());
            claim.setLong(3, version);
            return claim.executeUpdate() == 1;
        }
    }
}
