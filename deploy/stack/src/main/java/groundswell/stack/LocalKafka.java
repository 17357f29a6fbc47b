package groundswell.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka node, broker and controller (KRaft), inside this JVM. Topics are never created by accident: whoever owns one
 * creates it. It can be stopped and started again with the same port and data, as a broker restart would.
 */
public final class LocalKafka implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("num.partitions", "12"),
            // One node: whatever Kafka keeps for itself has one copy.
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // A group starts at once, and a house that was off for months still knows its offsets.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("offsets.retention.minutes", "5256000"),
            // Small: defaults are meant for a machine of its own.
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("log.cleaner.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
            Map.entry("log.index.size.max.bytes", "1048576"));

    private final Path home;
    private final boolean kept;
    private final int port;
    private final int controllerPort = FreePorts.one();
    private @Nullable KafkaRaftServer server;

    private LocalKafka(Path home, int port, boolean kept) {
        this.home = home;
        this.port = port;
        this.kept = kept;
    }

    /** Formats the home at first, continues with its data afterwards. */
    public static LocalKafka start(Path home, int port) {
        var kafka = new LocalKafka(home, port, true);
        kafka.start();
        return kafka;
    }

    public static LocalKafka start(Path home) {
        return start(home, FreePorts.one());
    }

    /** In a new folder that is deleted at the end. */
    public static LocalKafka forTests() {
        try {
            var kafka = new LocalKafka(Files.createTempDirectory("groundswell-kafka"), FreePorts.one(), false);
            kafka.start();
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the broker, again too: on the same port, with the same data. */
    public synchronized void start() {
        if (server != null) return;
        QuietLogs.please();
        try {
            var settings = settings();
            if (!Files.exists(home.resolve("meta.properties"))) format(settings);
            var starting = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
            starting.startup();
            server = starting;
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka does not start in " + home, e);
        }
    }

    private Properties settings() {
        var settings = new Properties();
        settings.putAll(SETTINGS);
        settings.put("log.dirs", home.toString());
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        return settings;
    }

    private void format(Properties settings) throws IOException {
        Files.createDirectories(home);
        var file = Files.createTempFile("groundswell-kafka", ".properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var failed = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, silence);
        Files.delete(file);
        if (failed != 0) throw new IOException("Kafka's storage cannot be formatted");
    }

    /** Ends the broker and keeps the data. */
    public synchronized void stop() {
        if (server == null) return;
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
        if (!kept) Folders.delete(home);
    }
}
