package groundswell.stack;

/** A PostgreSQL server and a Kafka broker for a test run: embedded, or in containers. */
interface Servers {
    /** Creates a database of this name. */
    void createDatabase(String name);

    String jdbcUrl(String database);

    String user();

    String password();

    String bootstrapServers();

    void stopBroker();

    void startBroker();

    void close();
}
