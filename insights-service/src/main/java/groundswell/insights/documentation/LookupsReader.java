package groundswell.insights.documentation;

import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Adds up what was looked up, by theme and by term; what belongs to no theme has the empty one. */
@Singleton
class LookupsReader {
    /** An article that nobody visited for so long is taken to be gone. */
    static final int ARTICLE_DAYS = 90;

    private static final String TOLD =
            "select min(day), max(day), count(*) from insights_help_day where day >= ? and day < ?";

    private static final String SUM = """
            with seen as (
                select coalesce(p.theme, '') as theme, v.visits, v.visitors, 0 as searches, 0 as people, 0 as opened
                from insights_help_visit v left join insights_help_place p on p.kind = 'article' and p.what = v.article
                where v.day >= ? and v.day < ?
                union all
                select coalesce(p.theme, c.successor, s.theme), 0, 0, s.searches, s.people, s.opened
                from insights_help_search s left join insights_help_place p on p.kind = 'term' and p.what = s.term
                left join insights_theme_successor c on c.code = s.theme
                where s.day >= ? and s.day < ?
            )
            select theme, sum(visits), sum(visitors), sum(searches), sum(people), sum(opened) from seen group by theme""";

    private static final String ARTICLES = """
            select coalesce(p.theme, ''), count(distinct v.article) from insights_help_visit v
            left join insights_help_place p on p.kind = 'article' and p.what = v.article
            where v.day >= ? and v.day < ? group by 1""";

    private static final String TERMS = """
            select s.term, coalesce(p.theme, '') as theme, p.article, sum(s.searches), sum(s.people), sum(s.opened)
            from insights_help_search s left join insights_help_place p on p.kind = 'term' and p.what = s.term
            where s.term <> '' and s.day >= ? and s.day < ? group by 1, 2, 3 order by sum(s.people) desc, s.term""";

    /**
     * Days that were told of.
     *
     * @param span from the first to the last
     * @param missing how many between them were not
     */
    record Told(DaySpan span, long missing) {
        boolean isAllOf(DaySpan days) {
            return missing == 0 && span.equals(days);
        }
    }

    /** @param article that answers it; null where none is known to */
    record Term(Searched searched, String theme, @Nullable String article) {}

    private final DataSource database;

    LookupsReader(DataSource database) {
        this.database = database;
    }

    /** Null where none was told of. */
    @Nullable
    Told told(DaySpan within) {
        return read(TOLD, within, 1, row -> {
            if (!row.next() || row.getLong(3) == 0) {
                return null;
            }
            var span = new DaySpan(
                    row.getDate(1).toLocalDate(), row.getDate(2).toLocalDate().plusDays(1));
            return new Told(span, span.days() - row.getLong(3));
        });
    }

    Map<String, Lookups> byTheme(DaySpan days) {
        return read(SUM, days, 2, row -> {
            var sums = new HashMap<String, Lookups>();
            while (row.next()) {
                sums.put(
                        row.getString(1),
                        new Lookups(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
            }
            return sums;
        });
    }

    /** Articles by theme, visited in the {@link #ARTICLE_DAYS} days up to a day. */
    Map<String, Long> articles(LocalDate to) {
        return read(ARTICLES, new DaySpan(to.minusDays(ARTICLE_DAYS), to), 1, row -> {
            var articles = new HashMap<String, Long>();
            while (row.next()) {
                articles.put(row.getString(1), row.getLong(2));
            }
            return articles;
        });
    }

    /** Whose words are kept, most people first. */
    List<Term> terms(DaySpan days) {
        return read(TERMS, days, 1, row -> {
            var terms = new ArrayList<Term>();
            while (row.next()) {
                var searched = new Searched(row.getString(1), row.getLong(4), row.getLong(5), row.getLong(6));
                terms.add(new Term(searched, row.getString(2), row.getString(3)));
            }
            return terms;
        });
    }

    private interface Rows<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    private <T extends @Nullable Object> T read(String sql, DaySpan days, int times, Rows<T> rows) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < times; i++) {
                bind(query, 2 * i + 1, days);
            }
            try (var row = query.executeQuery()) {
                return rows.read(row);
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "What was looked up could not be read");
        }
    }

    private static void bind(PreparedStatement query, int at, DaySpan days) throws SQLException {
        query.setDate(at, Date.valueOf(days.from()));
        query.setDate(at + 1, Date.valueOf(days.to()));
    }
}
