package groundswell.ticket.desk;

import static java.util.Objects.requireNonNull;

import groundswell.journal.Batcher;
import groundswell.journal.Outcome;
import groundswell.journal.SqlFailure;
import groundswell.journal.quarkus.SealBeans;
import groundswell.journal.seal.Kek;
import groundswell.journal.seal.SubjectKeys;
import jakarta.annotation.PreDestroy;
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
    private static final int CALLERS_TOGETHER = 128;

    private final DataSource database;
    private final SubjectKeys keys;
    private final SealBeans ledger;
    private final EmailHash hash;
    private final Batcher<Set<UUID>, Set<UUID>> newcomers;
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
        this.newcomers = new Batcher<>("requester-keys", CALLERS_TOGETHER, this::withKeys);
    }

    @PreDestroy
    void stop() {
        newcomers.close();
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
            var usable = newcomers.call(candidates.keySet());
            usable.forEach(id -> ids.put(candidates.get(id), id));
            strangers.removeAll(ids.keySet());
        }
        synchronized (known) {
            known.putAll(ids);
        }
        return ids;
    }

    /** A requester was erased since we last looked, or an older database was put in place and lacks the key. */
    public void forget(String email) {
        synchronized (known) {
            known.remove(normal(email));
        }
    }

    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Answers each caller with those of its people who may be written for. */
    private List<Outcome<Set<UUID>>> withKeys(List<Set<UUID>> callers) {
        var all = new HashSet<UUID>();
        callers.forEach(all::addAll);
        var usable = withKeys(all);
        return callers.stream()
                .<Outcome<Set<UUID>>>map(ids -> {
                    var theirs = new HashSet<>(ids);
                    theirs.retainAll(usable);
                    return new Outcome.Done<>(theirs);
                })
                .toList();
    }

    /**
     * Gives each a key, and returns those who were not erased. The commit waits for the disk: a key lives on in memory, so
     * one that the database forgot in a crash would go on to seal texts that nobody can ever open again.
     */
    private Set<UUID> withKeys(Set<UUID> ids) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
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
            throw SqlFailure.refusal(e, "A statement failed");
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
