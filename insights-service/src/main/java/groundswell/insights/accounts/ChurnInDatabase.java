package groundswell.insights.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import groundswell.insights.Churn;
import groundswell.insights.Span;
import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import javax.sql.DataSource;

/** Adds up the accounts behind tickets; once in ten seconds for all who look. */
@Singleton
public class ChurnInDatabase implements Churn.Source {
    /**
     * A line of no theme is of all of them. Systems tell days rather than moments: who left on the day of the ticket left
     * after it, who left before that day was no customer.
     */
    private static final String SUM = """
            with wrote as (
                select t.theme, m.account_id,
                    bool_or(coalesce(a.churned_at < t.opened_at + interval '%d days', false)) as gone
                from insights_ticket t join insights_ticket_account m using (ticket_id)
                join insights_account a using (account_id)
                where t.opened_at >= ?::timestamptz and t.opened_at < ?::timestamptz and t.counted
                    and (a.churned_at is null or a.churned_at >= date_trunc('day', t.opened_at, 'UTC'))
                group by t.theme, m.account_id
            ), account as (select account_id, bool_or(gone) as gone from wrote group by account_id)
            select w.theme, count(*), count(*) filter (where a.gone) from wrote w join account a using (account_id)
            group by w.theme
            union all select null, count(*), count(*) filter (where gone) from account""".formatted(Churn.DAYS);

    private final Cache<Span, Churn.ByTheme> known = Caffeine.newBuilder()
            .maximumSize(20)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    private final DataSource database;

    ChurnInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public Churn.ByTheme knownAt(Instant at) {
        return known.get(Churn.followed(at), this::read);
    }

    private Churn.ByTheme read(Span span) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SUM)) {
            query.setString(1, span.from().toString());
            query.setString(2, span.to().toString());
            var themes = new HashMap<String, Churn>();
            var all = Churn.NONE;
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var churn = new Churn(row.getLong(2), row.getLong(3));
                    if (row.getString(1) == null) {
                        all = churn;
                    } else {
                        themes.put(row.getString(1), churn);
                    }
                }
            }
            return new Churn.ByTheme(themes, all);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "Which accounts left could not be read");
        }
    }
}
