package groundswell.insights.discovery;

import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.InsightsEvent;
import groundswell.insights.InsightsEvent.DiscoveryDismissed;
import groundswell.insights.InsightsEvent.DiscoveryMerged;
import groundswell.insights.InsightsEvent.ThemeAdopted;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Only;
import groundswell.insights.journal.InsightsJournal;
import groundswell.insights.journal.InsightsJournal.News;
import groundswell.journal.inbox.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What people decide of a discovery, each once. */
@ApplicationScoped
public class Decisions {
    private static final String DECIDE = """
            update insights_discovery set state = ?, theme = ?, decided_tickets = tickets, version = version + 1
            where id = ? and version = ? and state = 'open'""";

    private static final String WAS_THEME = """
            select exists (select from insights_theme where code = ?)
                or exists (select from insights_discovery where state = 'adopted' and theme = ? and id <> ?::uuid)""";

    private static final String IS_THEME =
            "select exists (select from insights_theme where code = ? and version = (select max(version) from insights_theme))";

    /** As many as routing-service tells apart. */
    private static final String IS_FULL =
            "select count(*) >= 300 from insights_theme" + " where version = (select max(version) from insights_theme)";

    private static final String IS_TEAM = "select exists (select from insights_team where code = ?)";

    private final DataSource database;
    private final Discoveries discoveries;
    private final InsightsJournal journal;
    private final Calendar calendar;

    Decisions(DataSource database, Discoveries discoveries, InsightsJournal journal, Calendar calendar) {
        this.database = database;
        this.discoveries = discoveries;
        this.journal = journal;
        this.calendar = calendar;
    }

    /** It is nothing; the same one is not shown again until it has doubled. */
    void dismiss(UUID id, int version, String actor) throws SQLException {
        decide(id, version, actor, DiscoveryRow.DISMISSED, null, _ -> new DiscoveryDismissed(id, calendar.now()));
    }

    /**
     * It is a theme of its own from now on. routing-service hears of it and knows it within a minute.
     *
     * @return the code of the theme
     */
    String adopt(UUID id, int version, @Valid Adoption adoption, String actor) throws SQLException {
        var theme = adoption.theme();
        decide(id, version, actor, DiscoveryRow.ADOPTED, theme, connection -> {
            if (theme.isEmpty()
                    || theme.equals(CountedTicket.UNCLASSIFIED)
                    || holds(connection, WAS_THEME, theme, theme, id.toString())) {
                throw new InsightsRefused(Reason.THEME_EXISTS, "Give it another name, with letters from a to z.");
            }
            if (holds(connection, IS_FULL)) {
                throw new InsightsRefused(Reason.TOO_MANY_THEMES, "Merge some on the page Taxonomy first.");
            }
            if (!holds(connection, IS_TEAM, adoption.team())) {
                throw new InsightsRefused(Reason.NO_SUCH_TEAM, "GET /api/teams lists those there are.");
            }
            return new ThemeAdopted(
                    id,
                    theme,
                    adoption.name().strip(),
                    adoption.team(),
                    adoption.description().strip(),
                    adoption.phrasings(),
                    Discoveries.tickets(connection, id, UnclearSample.MOST),
                    calendar.now());
        });
        return theme;
    }

    /** Its tickets are about a theme that there is. */
    void merge(UUID id, int version, String theme, String actor) throws SQLException {
        decide(id, version, actor, DiscoveryRow.MERGED, Only.code(theme), connection -> {
            if (!holds(connection, IS_THEME, theme)) {
                throw new InsightsRefused(Reason.UNKNOWN_THEME, "GET /api/themes lists those there are.");
            }
            return new DiscoveryMerged(
                    id, theme, Discoveries.tickets(connection, id, UnclearSample.MOST), calendar.now());
        });
    }

    private interface Telling {
        InsightsEvent event(Connection connection) throws SQLException;
    }

    /** Told on the theme's stream where there is one: whoever hears it knows the theme before more is said of it. */
    private void decide(UUID id, int version, String actor, String state, @Nullable String theme, Telling telling)
            throws SQLException {
        OwnTransaction.run(database, transaction -> {
            var connection = transaction.connection();
            Discoveries.alone(connection);
            try (var update = connection.prepareStatement(DECIDE)) {
                update.setString(1, state);
                update.setString(2, theme);
                update.setObject(3, id);
                update.setInt(4, version);
                if (update.executeUpdate() == 0) {
                    throw refused(id);
                }
            }
            var event = telling.event(connection);
            var stream = theme == null ? Discoveries.stream(id) : "theme:" + theme;
            journal.tell(List.of(new News(stream, event)), actor, transaction);
            return id;
        });
    }

    private InsightsRefused refused(UUID id) {
        return discoveries.known(id).state.equals(DiscoveryRow.OPEN)
                ? new InsightsRefused(Reason.CHANGED_MEANWHILE, "Read it again and send its new ETag as If-Match.")
                : new InsightsRefused(Reason.DISCOVERY_DECIDED, "Somebody was faster.");
    }

    private static boolean holds(Connection connection, String question, String... values) throws SQLException {
        try (var query = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
