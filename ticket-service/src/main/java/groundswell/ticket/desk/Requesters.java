package groundswell.ticket.desk;

import static java.util.Objects.requireNonNull;

import groundswell.journal.quarkus.SealBeans;
import groundswell.journal.seal.Kek;
import groundswell.journal.seal.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Recognises a requester by e-mail without keeping the e-mail: the id is a keyed hash of it. After an erasure the same
 * e-mail is a new person with a new key, found by counting the hash on; nothing leads back to the old one.
 */
@ApplicationScoped
public class Requesters {
    private static final int REMEMBERED = 50_000;

    private final DataSource database;
    private final SubjectKeys keys;
    private final SealBeans ledger;
    private final EmailHash hash;
    private final Map<String, UUID> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
            return size() > REMEMBERED;
        }
    };

    Requesters(DataSource database, SubjectKeys keys, SealBeans ledger, Kek kek, TicketConfig config) {
        this.database = database;
        this.keys = keys;
        this.ledger = ledger;
        this.hash = new EmailHash(
                config.lookupKey().map(Base64.getDecoder()::decode).orElseGet(() -> kek.derive("requester-look-up")));
    }

    public UUID idOf(String email) {
        return requireNonNull(idsOf(List.of(email)).get(normal(email)));
    }

    /** Ids by {@link #normal} e-mail; each has a key from now on. */
    public Map<String, UUID> idsOf(Collection<String> emails) {
        var ids = new HashMap<String, UUID>();
        var strangers = new HashSet<String>();
        synchronized (known) {
            for (var email : emails) {
                var id = known.get(normal(email));
                if (id == null) {
                    strangers.add(normal(email));
                } else {
                    ids.put(normal(email), id);
                }
            }
        }
        for (int generation = 0; !strangers.isEmpty(); generation++) {
            var candidates = new HashMap<UUID, String>();
            for (var email : strangers) {
                candidates.put(hash.of(email, generation), email);
            }
            var usable = withKeys(candidates.keySet());
            usable.forEach(id -> ids.put(candidates.get(id), id));
            strangers.removeAll(ids.keySet());
        }
        synchronized (known) {
            known.putAll(ids);
        }
        return ids;
    }

    /** A requester was erased since we last looked. */
    public void forget(String email) {
        synchronized (known) {
            known.remove(normal(email));
        }
    }

    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Gives each a key, and returns those who were not erased. It need not be flushed by itself: whatever is sealed with
     * a key is committed later in the same log, so the key reaches the disk no later than its first use.
     */
    private Set<UUID> withKeys(Set<UUID> ids) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit = off");
                keys.create(connection, ids);
                var usable = usable(connection, ids);
                connection.commit();
                ledger.keysChanged();
                return usable;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw Database.failed(e);
        }
    }

    private static Set<UUID> usable(Connection connection, Set<UUID> ids) throws SQLException {
        try (var query = connection.prepareStatement(
                "select subject from journal_subject_key where subject = any (?) and wrapped is not null")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = query.executeQuery()) {
                var usable = new HashSet<UUID>();
                while (rows.next()) {
                    usable.add(rows.getObject(1, UUID.class));
                }
                return usable;
            }
        }
    }
}
