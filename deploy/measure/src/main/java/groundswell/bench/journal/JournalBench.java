package groundswell.bench.journal;

import groundswell.bench.Report;
import groundswell.journal.Journal;
import groundswell.journal.JournalSchema;
import groundswell.journal.Slots;
import groundswell.stack.LocalKafka;
import groundswell.stack.LocalPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The journal against the bare database and the bare broker, in one run, durable (fsync on), on this machine. */
@Command(
        name = "journal",
        description = "Appends, relay and inbox against bare inserts, a bare producer and a bare consumer.",
        mixinStandardHelpOptions = true)
public final class JournalBench implements Callable<Integer> {
    @Option(names = "--events", description = "events per measurement (default ${DEFAULT-VALUE})")
    int events = 40_000;

    @Option(names = "--history", description = "length of the long history (default ${DEFAULT-VALUE}; 0 leaves it out)")
    int history = 1_000_000;

    @Override
    public Integer call() throws Exception {
        var slots = new Slots("bench.events.v1", 12);
        var report = new Report();
        var home = Files.createTempDirectory("groundswell-bench");
        try (var postgres = LocalPostgres.start(home.resolve("postgres"));
                var kafka = LocalKafka.start(home.resolve("kafka"))) {
            postgres.createDatabase("bench");
            var database = prepare(postgres, slots);
            var appends = new Appends(database, slots, report);
            appends.measure(events);
            appends.lone(2_000);
            var flow = new Flow(database, slots, kafka.bootstrapServers(), report);
            flow.warm();
            appends.grouped(2 * events, Journal.GROUP, Appends.LANES);
            flow.measure(2L * events);
            if (history > 0) {
                appends.history(10_000, history);
            }
            report.load();
        }
        return report.exitCode();
    }

    private static DataSource prepare(LocalPostgres postgres, Slots slots) throws SQLException, IOException {
        var database = new PGSimpleDataSource();
        database.setUrl(postgres.jdbcUrl("bench"));
        database.setUser(postgres.user());
        database.setPassword(postgres.password());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var migration : List.of("V0_1__journal.sql", "V0_2__flow.sql")) {
                try (var sql = JournalBench.class.getResourceAsStream("/db/journal/" + migration)) {
                    if (sql != null) {
                        statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        JournalSchema.prepare(database, slots);
        return database;
    }
}
