package groundswell.journal;

import java.util.List;

/** The statements of one append. Statements joined by {@code ;} travel in one round trip and are run one after the other. */
final class AppendSql {
    private static final String LOCK_KEYS = "select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k";
    static final String LOCK_SLOTS = "select pg_advisory_xact_lock(?, p) from unnest(?::int[]) p";
    /** Heads of streams, then the last positions of slots: one statement, because each costs a lone append dearly. */
    private static final String HEADS_AND_POSITIONS =
            "select stream_id, version, state::text, null::int from journal_stream where stream_id = any (?)"
                    + " union all select null, coalesce((select position from journal_event e where e.topic = ?"
                    + " and e.partition = p order by e.position desc limit 1), 0), null, p from unnest(?::int[]) p";

    private static final String REQUESTS = "select r.client, r.key, r.fingerprint, r.status, r.stream_id, r.version"
            + " from unnest(?::text[], ?::text[]) a(client, key) join journal_request r using (client, key)";
    private static final String NATURAL_KEYS = "select n.scope, n.key, n.stream_id, s.version"
            + " from unnest(?::text[], ?::text[]) a(scope, key) join journal_key n using (scope, key)"
            + " join journal_stream s on s.stream_id = n.stream_id";

    private static final String EVENTS = "insert into journal_event (topic, partition, position, stream_id, version,"
            + " event_id, type, data, meta, occurred_at) select ?, * from unnest(?::int[], ?::bigint[], ?::text[],"
            + " ?::bigint[], ?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::timestamptz[])";
    private static final String PUT_REQUESTS =
            "insert into journal_request (client, key, fingerprint, status, stream_id, version)"
                    + " select * from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::bigint[])";
    private static final String PUT_NATURAL_KEYS = "insert into journal_key (scope, key, stream_id)"
            + " select * from unnest(?::text[], ?::text[], ?::text[])";

    /** The claims come first, then the slots, both sorted: whoever appends takes them in the same order. */
    static String lockAndRead(boolean claims) {
        return claims
                ? String.join(";", LOCK_KEYS, LOCK_SLOTS, HEADS_AND_POSITIONS, REQUESTS, NATURAL_KEYS)
                : String.join(";", LOCK_SLOTS, HEADS_AND_POSITIONS);
    }

    static String write(String heads, boolean events, boolean claims) {
        var sql = events ? EVENTS + ";" + heads : "";
        return claims ? (sql.isEmpty() ? "" : sql + ";") + PUT_REQUESTS + ";" + PUT_NATURAL_KEYS : sql;
    }

    /** Heads, snapshots and the service's own columns, new or changed. */
    static String heads(List<? extends StreamColumn<?>> columns) {
        var names = new StringBuilder("stream_id, version, state");
        var values = new StringBuilder("stream_id, version, state::jsonb");
        var arrays = new StringBuilder("?::text[], ?::bigint[], ?::text[]");
        var aliases = new StringBuilder("stream_id, version, state");
        var updates = new StringBuilder("version = excluded.version, state = excluded.state");
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            names.append(", ").append(column.name());
            values.append(", ").append(column.expression().replaceAll("\\bv\\b", "v" + i));
            arrays.append(", ?::").append(column.arrayType()).append("[]");
            aliases.append(", v").append(i);
            updates.append(", %1$s = excluded.%1$s".formatted(column.name()));
        }
        return "insert into journal_stream (%s) select %s from unnest(%s) u(%s) on conflict (stream_id) do update set %s"
                .formatted(names, values, arrays, aliases, updates);
    }

    private AppendSql() {}
}
