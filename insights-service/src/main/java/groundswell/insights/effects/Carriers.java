package groundswell.insights.effects;

import groundswell.insights.Span;
import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The people who had a theme's tickets: they are told what became of it. */
@ApplicationScoped
public class Carriers {
    private static final int MOST = 500;
    private static final String WHO = """
            select assignee from insights_ticket where theme = any (?) and opened_at >= ?::timestamptz
                and opened_at < ?::timestamptz and assignee is not null and counted
            group by assignee order by count(*) desc, assignee limit\s""" + MOST;

    private final DataSource database;

    Carriers(DataSource database) {
        this.database = database;
    }

    /** Most tickets first. */
    List<UUID> of(Collection<String> themes, Span span) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(WHO)) {
            query.setArray(1, connection.createArrayOf("text", themes.toArray()));
            query.setString(2, span.from().toString());
            query.setString(3, span.to().toString());
            try (var row = query.executeQuery()) {
                var people = new ArrayList<UUID>();
                while (row.next()) {
                    people.add(row.getObject(1, UUID.class));
                }
                return people;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The people could not be read");
        }
    }
}
