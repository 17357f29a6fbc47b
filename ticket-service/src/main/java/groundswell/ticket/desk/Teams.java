package groundswell.ticket.desk;

import groundswell.journal.SqlFailure;
import groundswell.ui.Ui;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The teams as tickets know them: the house's three, and any other that has tickets. */
@ApplicationScoped
public class Teams {
    /** Stands for tickets without a team, in addresses. */
    public static final String NONE = "none";

    private static final List<String> FIRST = List.of("product", "revenue", "reliability");
    private static final String WAITING = """
        select team, count(*) filter (where status <> 'pending'), min(created_at) filter (where status <> 'pending')
        from journal_stream where status in ('open', 'in_progress', 'pending') and number is not null and merged_into is null group by team\
        """;

    /**
     * How much a team has to do.
     *
     * @param code null for tickets that no team has yet
     * @param waiting tickets that need somebody; those that wait for the customer do not count
     */
    public record Waiting(
            @Nullable String code, int waiting, @Nullable Instant oldest) {}

    private final DataSource database;

    Teams(DataSource database) {
        this.database = database;
    }

    public static String nameOf(@Nullable String code) {
        return code == null ? "No team" : Ui.words(code);
    }

    /** Every team, also one with nothing to do; tickets without a team come last. */
    public List<Waiting> waiting() {
        var found = read();
        Set<@Nullable String> codes = new LinkedHashSet<>(FIRST);
        found.stream().map(Waiting::code).filter(code -> code != null).sorted().forEach(codes::add);
        codes.add(null);
        return codes.stream()
                .map(code -> found.stream()
                        .filter(team -> java.util.Objects.equals(team.code(), code))
                        .findFirst()
                        .orElse(new Waiting(code, 0, null)))
                .toList();
    }

    public List<Choice> choices(@Nullable String chosen) {
        return Stream.concat(FIRST.stream(), Stream.ofNullable(chosen).filter(code -> !FIRST.contains(code)))
                .map(code -> new Choice(code, nameOf(code), code.equals(chosen)))
                .toList();
    }

    private List<Waiting> read() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(WAITING);
                var rows = query.executeQuery()) {
            var teams = new ArrayList<Waiting>();
            while (rows.next()) {
                var oldest = rows.getObject(3, OffsetDateTime.class);
                teams.add(new Waiting(rows.getString(1), rows.getInt(2), oldest == null ? null : oldest.toInstant()));
            }
            return teams;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
