package groundswell.routing.triage;

import groundswell.journal.SqlFailure;
import groundswell.routing.Rule;
import groundswell.routing.RuleBook;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.Theme;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How often did people move what routing had sent to a team? By rule where a rule sent it, else by the theme of its text. */
@Singleton
public class ReroutesQuery {
    /**
     * The tickets that one rule, or one theme, sent to a team.
     *
     * @param code the rule's id or the theme's code
     * @param name as people read it; the code where that rule or theme is no more
     * @param sent how many tickets, at least 1
     * @param moved how many of them a person has given to another team, or back to triage, and are there now
     * @param rate moved of sent, 0 to 1
     */
    public record Sent(String code, String name, long sent, long moved, double rate) {
        static Sent of(String code, String name, long sent, long moved) {
            return new Sent(code, name, sent, moved, (double) moved / sent);
        }
    }

    /**
     * Tickets that people have moved from one team to another.
     *
     * @param to null for triage
     */
    public record Pair(String from, @Nullable String to, long tickets) {}

    /**
     * Of the tickets sent since {@code since}; most moved ones first.
     *
     * @param rules tickets that a rule sent
     * @param themes tickets that their text sent
     * @param pairs where the moved ones went; most frequent first
     */
    public record Reroutes(Instant since, List<Sent> rules, List<Sent> themes, List<Pair> pairs) {
        public long sent() {
            return sum(rules, Sent::sent) + sum(themes, Sent::sent);
        }

        public long moved() {
            return sum(rules, Sent::moved) + sum(themes, Sent::moved);
        }

        private static long sum(List<Sent> of, java.util.function.ToLongFunction<Sent> part) {
            return of.stream().mapToLong(part).sum();
        }
    }

    private final DataSource database;
    private final RuleBook rules;
    private final TaxonomyBook taxonomy;
    private final Clock clock;

    ReroutesQuery(DataSource database, RuleBook rules, TaxonomyBook taxonomy, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    Reroutes ofLast(Duration span) {
        var since = clock.instant().minus(span);
        var sql = """
                select sent_rule is not null as by_rule, coalesce(sent_rule, theme) as code, count(*),
                    count(*) filter (where decided_by = 'agent' and team is distinct from sent_team) as moved
                from routing_ticket where sent_at >= ? and (sent_rule is not null or theme is not null)
                group by 1, 2 order by moved desc, 3 desc, 2""";
        var byRule = new ArrayList<Sent>();
        var byTheme = new ArrayList<Sent>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    boolean rule = row.getBoolean(1);
                    var code = row.getString(2);
                    var name = rule ? ruleName(code) : themeName(code);
                    var sent = Sent.of(code, name, row.getLong(3), row.getLong(4));
                    (rule ? byRule : byTheme).add(sent);
                }
            }
            return new Reroutes(since, List.copyOf(byRule), List.copyOf(byTheme), pairs(since, connection));
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static List<Pair> pairs(Instant since, Connection connection) throws SQLException {
        var sql = """
                select sent_team, team, count(*) from routing_ticket
                where sent_at >= ? and decided_by = 'agent' and team is distinct from sent_team
                group by 1, 2 order by 3 desc, 1, 2""";
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            var found = new ArrayList<Pair>();
            try (var row = query.executeQuery()) {
                while (row.next()) found.add(new Pair(row.getString(1), row.getString(2), row.getLong(3)));
            }
            return found;
        }
    }

    private String ruleName(String id) {
        return rules.now().inOrder().stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::name)
                .findFirst()
                .orElse(id);
    }

    private String themeName(String code) {
        return taxonomy.now().theme(code).map(Theme::name).orElse(code);
    }
}
