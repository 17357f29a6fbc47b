package groundswell.consent.tickets;

import groundswell.journal.inbox.InboxTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Our reading of {@code taxonomy-published.v1}: what the themes are called. A higher version takes the place of a lower. */
record Taxonomy(int version, List<Theme> themes) {
    static final String TYPE = "groundswell.routing.taxonomy-published.v1";

    private static final String PUT = """
            insert into theme_name as t (code, name, version)
            select code, name, ? from unnest(?::text[], ?::text[]) v (code, name) order by code
            on conflict (code) do update set name = excluded.name, version = excluded.version
            where t.version <= excluded.version""";

    record Theme(String code, String name) {}

    void put(InboxTransaction transaction) throws SQLException {
        try (var put = transaction.connection().prepareStatement(PUT)) {
            put.setInt(1, version);
            put.setArray(2, transaction.connection().createArrayOf("text", column(Theme::code)));
            put.setArray(3, transaction.connection().createArrayOf("text", column(Theme::name)));
            put.executeUpdate();
        }
    }

    private Object[] column(Function<Theme, String> field) {
        return themes.stream().map(field).toArray();
    }
}
