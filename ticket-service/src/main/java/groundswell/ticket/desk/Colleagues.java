package groundswell.ticket.desk;

import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What to call the people who work on tickets. Events hold their ids only; a name is learnt from the token of whoever
 * opens a page, and somebody who never did stays a number.
 */
@ApplicationScoped
public class Colleagues {
    private static final List<String> SUPPORT = List.of("agent", "lead");

    private record Known(String name, String role) {}

    private final DataSource database;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Colleagues(DataSource database) {
        this.database = database;
    }

    /** Remembers who is looking. */
    public void meet(JsonWebToken token) {
        String name = token.getClaim("name");
        var id = idOf(token.getSubject());
        if (name == null || id == null) {
            return;
        }
        var now =
                new Known(name, token.getGroups().stream().sorted().findFirst().orElse(""));
        if (!now.equals(known.put(id, now))) {
            write(id, now);
        }
    }

    /** Everybody's name, read once for a page: another instance may have met somebody. */
    public Names names() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select id, name, role from colleague");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                known.putIfAbsent(rows.getObject(1, UUID.class), new Known(rows.getString(2), rows.getString(3)));
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
        return new Names(Map.copyOf(known));
    }

    private void write(UUID id, Known person) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("insert into colleague (id, name, role) values (?, ?, ?)"
                        + " on conflict (id) do update set name = excluded.name, role = excluded.role")) {
            upsert.setObject(1, id);
            upsert.setString(2, person.name());
            upsert.setString(3, person.role());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static @Nullable UUID idOf(@Nullable String subject) {
        try {
            return subject == null ? null : UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The names at one moment. */
    public static final class Names {
        private final Map<UUID, Known> known;

        private Names(Map<UUID, Known> known) {
            this.known = known;
        }

        public String of(UUID person) {
            var met = known.get(person);
            return met == null ? "Colleague " + person.toString().substring(0, 4) : met.name();
        }

        /** Those who can be given a ticket, by name. */
        public List<Choice> assignable(@Nullable UUID chosen) {
            return known.entrySet().stream()
                    .filter(entry -> SUPPORT.contains(entry.getValue().role())
                            || entry.getKey().equals(chosen))
                    .map(entry -> new Choice(
                            entry.getKey().toString(),
                            entry.getValue().name(),
                            entry.getKey().equals(chosen)))
                    .sorted(Comparator.comparing(Choice::name))
                    .toList();
        }
    }
}
