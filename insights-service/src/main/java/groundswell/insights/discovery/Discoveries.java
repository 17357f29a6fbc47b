package groundswell.insights.discovery;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsEvent.ThemeDiscovered;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.discovery.MemberPage.After;
import groundswell.insights.journal.InsightsJournal;
import groundswell.insights.journal.InsightsJournal.News;
import groundswell.journal.SqlFailure;
import groundswell.journal.inbox.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps what was found, and what people decided of it. Finding and deciding wait for each other. */
@ApplicationScoped
public class Discoveries {
    /** Any number that no other lock of this database uses. */
    private static final long LOCK = 74_185_297;

    private static final String ACTOR = "policy:when-texts-are-unclear-then-discover";

    private static final String BEFORE = """
            select m.discovery_id, m.ticket_id
            from insights_discovery_ticket m join insights_discovery d on d.id = m.discovery_id
            where d.theme is null order by m.discovery_id, m.ticket_id""";

    private static final String NAMED = """
            select m.ticket_id from insights_discovery_ticket m join insights_discovery d on d.id = m.discovery_id
            where d.theme is not null and m.ticket_id = any (?)""";

    /** What was dismissed and is not found now keeps its tickets, to be known again. */
    private static final String CLEAR = "delete from insights_discovery_ticket m using insights_discovery d"
            + " where d.id = m.discovery_id and (d.state = 'open' or d.id = any (?))";

    /**
     * What was dismissed comes back once it is twice as large: it may be something after all. Versions count decisions, or
     * whoever read a group would come too late with every ticket that joins it.
     */
    private static final String PUT = """
            insert into insights_discovery as d (id, state, words, tickets, customers, first_at, last_at, version)
            select ?, 'open', ?, ?, ?, min(opened_at), max(opened_at), 0 from insights_ticket where ticket_id = any (?)
            on conflict (id) do update set words = excluded.words, tickets = excluded.tickets,
                customers = excluded.customers, first_at = excluded.first_at, last_at = excluded.last_at,
                state = case when excluded.tickets >= 2 * d.decided_tickets then 'open' else d.state end,
                decided_tickets = case when excluded.tickets < 2 * d.decided_tickets then d.decided_tickets end,
                version = d.version + case when excluded.tickets >= 2 * d.decided_tickets then 1 else 0 end
            returning version""";

    private static final String MEMBER =
            "insert into insights_discovery_ticket values (?, ?, ?) on conflict (ticket_id)"
                    + " do update set discovery_id = excluded.discovery_id, typicality = excluded.typicality";

    private static final String VERSIONS = "select id, version from insights_discovery";

    private static final String FADED = """
            delete from insights_discovery d where d.last_at < ?::timestamptz or d.state = 'open'
                and not exists (select from insights_discovery_ticket m where m.discovery_id = d.id)""";

    private static final String MEMBERS = """
            select ticket_id, typicality from insights_discovery_ticket
            where discovery_id = ? and (typicality < ? or typicality = ? and ticket_id > ?)
            order by typicality desc, ticket_id limit ?""";

    /** A group with its own words. */
    record Found(Group group, List<String> words) {}

    private final DataSource database;
    private final InsightsJournal journal;
    private final Calendar calendar;

    Discoveries(DataSource database, InsightsJournal journal, Calendar calendar) {
        this.database = database;
        this.journal = journal;
        this.calendar = calendar;
    }

    /** Takes the place of what was found before; what was dismissed stays so, unless it has doubled. */
    void replace(List<Found> all, Instant since) throws SQLException {
        OwnTransaction.run(database, transaction -> {
            var connection = transaction.connection();
            alone(connection);
            var found = unnamed(connection, all);
            var goesOn = Continuity.of(
                    before(connection),
                    found.stream()
                            .<Set<UUID>>map(one -> one.group().members().keySet())
                            .toList());
            var versions = versions(connection);
            clear(connection, goesOn.values());
            var news = new ArrayList<News>();
            for (int i = 0; i < found.size(); i++) {
                var id = goesOn.getOrDefault(i, UUID.randomUUID());
                if (put(connection, id, found.get(i)) != versions.getOrDefault(id, -1)) {
                    news.add(discovered(id, found.get(i).group()));
                }
            }
            fade(connection, since);
            if (!news.isEmpty()) {
                journal.tell(news, ACTOR, transaction);
            }
            return news;
        });
    }

    /** Without groups of which somebody has said meanwhile what they are: the next run comes to what is left of them. */
    private static List<Found> unnamed(Connection connection, List<Found> all) throws SQLException {
        var tickets = all.stream()
                .flatMap(one -> one.group().members().keySet().stream())
                .toArray();
        var named = new HashSet<UUID>();
        try (var query = connection.prepareStatement(NAMED)) {
            query.setArray(1, connection.createArrayOf("uuid", tickets));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    named.add(row.getObject(1, UUID.class));
                }
            }
        }
        return all.stream()
                .filter(one -> Collections.disjoint(one.group().members().keySet(), named))
                .toList();
    }

    private static Map<UUID, Integer> versions(Connection connection) throws SQLException {
        var versions = new HashMap<UUID, Integer>();
        try (var query = connection.prepareStatement(VERSIONS);
                var row = query.executeQuery()) {
            while (row.next()) {
                versions.put(row.getObject(1, UUID.class), row.getInt(2));
            }
        }
        return versions;
    }

    private static void clear(Connection connection, Collection<UUID> goingOn) throws SQLException {
        try (var clear = connection.prepareStatement(CLEAR)) {
            clear.setArray(1, connection.createArrayOf("uuid", goingOn.toArray()));
            clear.executeUpdate();
        }
    }

    private static void fade(Connection connection, Instant since) throws SQLException {
        try (var fade = connection.prepareStatement(FADED)) {
            fade.setString(1, since.toString());
            fade.executeUpdate();
        }
    }

    private News discovered(UUID id, Group group) {
        return new News(
                stream(id),
                new ThemeDiscovered(
                        id, group.members().size(), group.customers().size(), calendar.now()));
    }

    private static Map<UUID, Set<UUID>> before(Connection connection) throws SQLException {
        var before = new HashMap<UUID, Set<UUID>>();
        try (var query = connection.prepareStatement(BEFORE);
                var row = query.executeQuery()) {
            while (row.next()) {
                before.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                        .add(row.getObject(2, UUID.class));
            }
        }
        return before;
    }

    /** Its version: another one than before where it is news. */
    private static int put(Connection connection, UUID id, Found found) throws SQLException {
        var members = found.group().members();
        try (var put = connection.prepareStatement(PUT);
                var member = connection.prepareStatement(MEMBER)) {
            put.setObject(1, id);
            put.setArray(2, connection.createArrayOf("text", found.words().toArray()));
            put.setInt(3, members.size());
            put.setInt(4, found.group().customers().size());
            put.setArray(5, connection.createArrayOf("uuid", members.keySet().toArray()));
            int version;
            try (var row = put.executeQuery()) {
                row.next();
                version = row.getInt(1);
            }
            for (var one : members.entrySet()) {
                member.setObject(1, one.getKey());
                member.setObject(2, id);
                member.setDouble(3, one.getValue());
                member.addBatch();
            }
            member.executeBatch();
            return version;
        }
    }

    @Transactional
    List<DiscoveryRow> largest(String state) {
        return DiscoveryRow.largest(state);
    }

    @Transactional
    DiscoveryRow known(UUID id) {
        return DiscoveryRow.<DiscoveryRow>findByIdOptional(id)
                .orElseThrow(() -> new InsightsRefused(
                        Reason.NO_DISCOVERY, "GET /api/insights/discoveries lists those there are."));
    }

    /** The most typical first. */
    List<UUID> tickets(UUID id, int most) {
        return members(id, After.NOTHING, most).tickets();
    }

    MemberPage members(UUID id, After after, int most) {
        try (var connection = database.getConnection()) {
            return members(connection, id, after, most);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The tickets could not be read");
        }
    }

    static List<UUID> tickets(Connection connection, UUID id, int most) throws SQLException {
        return members(connection, id, After.NOTHING, most).tickets();
    }

    /** One more is read than is shown: whether there is a next page is known, not guessed. */
    private static MemberPage members(Connection connection, UUID id, After after, int most) throws SQLException {
        try (var query = connection.prepareStatement(MEMBERS)) {
            query.setObject(1, id);
            query.setDouble(2, after.typicality());
            query.setDouble(3, after.typicality());
            query.setObject(4, after.ticketId());
            query.setInt(5, most + 1);
            var read = new ArrayList<After>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    read.add(new After(row.getDouble(2), row.getObject(1, UUID.class)));
                }
            }
            var shown = read.subList(0, Math.min(most, read.size()));
            return new MemberPage(
                    shown.stream().map(After::ticketId).toList(), read.size() > most ? shown.getLast() : null);
        }
    }

    static void alone(Connection connection) throws SQLException {
        run(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String stream(UUID id) {
        return "discovery:" + id;
    }
}
