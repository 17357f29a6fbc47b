package groundswell.insights.documentation;

import groundswell.insights.documentation.Nearest.Place;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where articles and terms belong, and what that is decided by. */
@Singleton
class Places {
    private static final String THEMES = "select code, name from insights_theme"
            + " where version = (select max(version) from insights_theme) order by code";

    private static final String SUCCESSORS = "select code, successor from insights_theme_successor order by code";

    private static final String ARTICLES = """
            select a.article, a.title, a.theme, p.ground from insights_help_article a
            join insights_help_place p on p.kind = 'article' and p.what = a.article order by a.article""";

    private static final String ANSWERS = """
            select a.article, a.title, p.theme from insights_help_article a
            join insights_help_place p on p.kind = 'article' and p.what = a.article
            where a.told_for >= ? order by a.told_for desc, a.article limit ?""";

    /** What has no place at all comes first. */
    private static final String TERMS = "select what from insights_help_place where kind = 'term' and ground <> ?"
            + " order by ground <> '', what limit ?";

    private static final String PUT =
            "update insights_help_place set ground = ?, theme = ?, article = ? where kind = ? and what = ?";

    /**
     * @param told the theme that its own system names
     * @param ground what it was last held against; empty where it never was
     */
    record Article(String id, String title, @Nullable String told, String ground) {}

    /** An article that may answer a term. @param theme that it belongs to; null where to none */
    record Answer(String id, String title, @Nullable String theme) {}

    private final DataSource database;

    Places(DataSource database) {
        this.database = database;
    }

    /** Names of the present themes by code. */
    Map<String, String> themes() throws SQLException {
        return pairs(THEMES);
    }

    /** Merged themes, by what they live on in. */
    Map<String, String> successors() throws SQLException {
        return pairs(SUCCESSORS);
    }

    List<Article> articles() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ARTICLES);
                var row = query.executeQuery()) {
            var articles = new ArrayList<Article>();
            while (row.next()) {
                articles.add(new Article(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
            return articles;
        }
    }

    /** Articles that the help centre has told of since a day, the latest first. */
    List<Answer> answers(LocalDate since, int most) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ANSWERS)) {
            query.setDate(1, Date.valueOf(since));
            query.setInt(2, most);
            try (var row = query.executeQuery()) {
                var answers = new ArrayList<Answer>();
                while (row.next()) {
                    answers.add(new Answer(row.getString(1), row.getString(2), row.getString(3)));
                }
                return answers;
            }
        }
    }

    /** Some of the terms that were not held against this ground yet. */
    List<String> termsNotOn(String ground, int most) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(TERMS)) {
            query.setString(1, ground);
            query.setInt(2, most);
            try (var row = query.executeQuery()) {
                var terms = new ArrayList<String>();
                while (row.next()) {
                    terms.add(row.getString(1));
                }
                return terms;
            }
        }
    }

    void put(String kind, String ground, Map<String, Place> found) throws SQLException {
        try (var connection = database.getConnection();
                var put = connection.prepareStatement(PUT)) {
            for (var one : new TreeMap<>(found).entrySet()) {
                put.setString(1, ground);
                put.setString(2, one.getValue().theme());
                put.setString(3, one.getValue().article());
                put.setString(4, kind);
                put.setString(5, one.getKey());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    /** Whoever tells of them says that they are to be placed. In one order, so that two wait for each other in no circle. */
    static void expect(Connection connection, String kind, java.sql.Array what) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into insights_help_place (kind, what, ground)"
                        + " select ?, what, '' from unnest(?::text[]) what where what <> '' order by what on conflict do nothing")) {
            insert.setString(1, kind);
            insert.setArray(2, what);
            insert.executeUpdate();
        }
    }

    private Map<String, String> pairs(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            var pairs = new LinkedHashMap<String, String>();
            while (row.next()) {
                pairs.put(row.getString(1), row.getString(2));
            }
            return pairs;
        }
    }
}
