package groundswell.stack;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same two servers from their official images, where Docker exists: {@code -Dstack=containers}. */
final class ContainerServers implements Servers {
    private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
            .withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off", "-c", "synchronous_commit=off");
    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    ContainerServers() {
        postgres.start();
        kafka.start();
    }

    @Override
    public void createDatabase(String name) {
        try (var connection = DriverManager.getConnection(postgres.getJdbcUrl(), user(), password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true));
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be created", e);
        }
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgres.getHost() + ":"
                + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
    }

    @Override
    public String user() {
        return postgres.getUsername();
    }

    @Override
    public String password() {
        return postgres.getPassword();
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    /** Paused, not stopped: a container that starts again would get another port. */
    @Override
    public void stopBroker() {
        kafka.getDockerClient().pauseContainerCmd(kafka.getContainerId()).exec();
    }

    @Override
    public void startBroker() {
        kafka.getDockerClient().unpauseContainerCmd(kafka.getContainerId()).exec();
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }
}
