package groundswell.stack;

import java.util.concurrent.CompletableFuture;

/** The default: both start side by side, within a few seconds. */
final class EmbeddedServers implements Servers {
    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    EmbeddedServers() {
        var starting = CompletableFuture.supplyAsync(LocalPostgres::forTests);
        kafka = LocalKafka.forTests();
        postgres = starting.join();
    }

    @Override
    public void createDatabase(String name) {
        postgres.createDatabase(name);
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public String user() {
        return postgres.user();
    }

    @Override
    public String password() {
        return postgres.password();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void stopBroker() {
        kafka.stop();
    }

    @Override
    public void startBroker() {
        kafka.start();
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
