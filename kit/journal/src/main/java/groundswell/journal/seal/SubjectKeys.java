package groundswell.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * People's data keys, in {@code journal_subject_key}. The service that owns them creates and erases them here; the others
 * learn both from the key topic. An erasure is final: no later key of the same person is ever accepted.
 */
public final class SubjectKeys {
    private static final int CACHED = 50_000;

    private final DataSource database;
    private final Kek kek;
    private final Map<UUID, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, byte[]> eldest) {
            return size() > CACHED;
        }
    };
    /** Erasures so far: a key that was looked up before one of them is not kept, for it may be the erased one. */
    private long erasures;

    public SubjectKeys(DataSource database, Kek kek) {
        this.database = database;
        this.kek = kek;
    }

    /**
     * Creates keys for new people, in the caller's transaction, to be published on the key topic. They count only once
     * that transaction has committed; people who have a key or were erased keep what they have.
     */
    public void create(Connection connection, Collection<UUID> subjects) throws SQLException {
        try (var insert = connection.prepareStatement("insert into journal_subject_key (subject, wrapped, published)"
                + " select *, false from unnest(?::uuid[], ?::bytea[]) on conflict do nothing")) {
            var ids = subjects.stream().distinct().sorted().toArray(UUID[]::new);
            var wrapped = new byte[ids.length][];
            for (int i = 0; i < ids.length; i++) {
                wrapped[i] = kek.wrap(ids[i], Aes.newKey());
            }
            insert.setArray(1, connection.createArrayOf("uuid", ids));
            insert.setArray(2, connection.createArrayOf("bytea", wrapped));
            insert.executeUpdate();
        }
    }

    /** Destroys a key, in the caller's transaction; call {@link #forget} once it has committed. */
    public void erase(Connection connection, UUID subject) throws SQLException {
        try (var update = connection.prepareStatement(
                "insert into journal_subject_key (subject, wrapped, published) values (?, null, false)"
                        + " on conflict (subject) do update set wrapped = null, published = false"
                        + " where journal_subject_key.wrapped is not null")) {
            update.setObject(1, subject);
            update.executeUpdate();
        }
    }

    /** Drops a key from memory: its owner has been erased. */
    public void forget(UUID subject) {
        synchronized (cache) {
            erasures++;
            cache.remove(subject);
        }
    }

    /**
     * The person's data key, or empty once the person is erased.
     *
     * @throws KeyNotYetKnown when neither key nor erasure has arrived
     */
    Optional<byte[]> find(UUID subject) {
        long before;
        synchronized (cache) {
            before = erasures;
            var known = cache.get(subject);
            if (known != null) {
                return Optional.of(known);
            }
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select wrapped from journal_subject_key where subject = ?")) {
            query.setObject(1, subject);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new KeyNotYetKnown(subject);
                }
                var wrapped = row.getBytes(1);
                return wrapped == null ? Optional.empty() : Optional.of(remember(subject, wrapped, before));
            }
        } catch (SQLException e) {
            throw new KeysAway(e);
        }
    }

    private byte[] remember(UUID subject, byte[] wrapped, long erasuresBefore) {
        var key = kek.unwrap(subject, wrapped);
        synchronized (cache) {
            if (erasures == erasuresBefore) {
                cache.put(subject, key);
            }
        }
        return key;
    }
}
