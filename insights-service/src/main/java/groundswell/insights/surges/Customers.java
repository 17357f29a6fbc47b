package groundswell.insights.surges;

import groundswell.insights.Surge;
import groundswell.insights.Surges.Found;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How many different people wrote the tickets of a surge. */
final class Customers {
    private static final String COUNT = """
            select count(distinct requester_id)::int from insights_ticket
            where opened_at >= ?::timestamptz and opened_at < ?::timestamptz and counted""";

    static List<Found> of(Connection connection, List<Surge> surges) throws SQLException {
        var found = new ArrayList<Found>();
        for (var surge : surges) {
            found.add(new Found(surge, count(connection, surge)));
        }
        return found;
    }

    private static int count(Connection connection, Surge surge) throws SQLException {
        var which = switch (surge.key().kind()) {
            case THEME -> " and theme = ?";
            case TAG -> " and tags @> array[?]::text[]";
            case ALL -> "";
        };
        try (var query = connection.prepareStatement(COUNT + which)) {
            query.setString(1, surge.began().toString());
            query.setString(2, surge.unusualTo().toString());
            if (!which.isEmpty()) {
                query.setString(3, surge.key().code());
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Customers() {}
}
