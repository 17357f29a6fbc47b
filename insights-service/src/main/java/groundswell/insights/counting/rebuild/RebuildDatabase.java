package groundswell.insights.counting.rebuild;

import jakarta.inject.Singleton;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The same database, in whose connections only the tables of the rebuild are: what counts there is the very code that
 * counts live, and it can't touch what is live. They are not of the pool, whose connections would carry the setting on; a batch is long against the opening
 * of one. What a crash may lose of it is lost with the whole rebuild, so nothing waits for the disk.
 */
@Singleton
public class RebuildDatabase {
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    RebuildDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        source.setUrl(url);
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        source.setCurrentSchema(RebuildTables.SCHEMA);
        source.setOptions("-c synchronous_commit=off");
    }

    DataSource source() {
        return source;
    }
}
