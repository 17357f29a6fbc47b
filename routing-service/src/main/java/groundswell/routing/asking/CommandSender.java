package groundswell.routing.asking;

import groundswell.routing.AssignTicket;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the outbox to {@code ticket.commands.v1}, oldest first, and ticks off what the broker has acknowledged. The plain
 * client, because what is sent is read from a table, not from a stream of messages.
 */
@Singleton
class CommandSender {
    private static final Logger LOG = Logger.getLogger(CommandSender.class);
    private static final int AT_A_TIME = 500;
    private static final int IDLE_MILLIS = 500;

    private final CommandOutbox outbox;
    private final Clock clock;
    private final String bootstrapServers;
    private @Nullable Thread thread;
    private volatile boolean stopped;

    CommandSender(
            CommandOutbox outbox,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.outbox = outbox;
        this.clock = clock;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes @Priority(250) StartupEvent event) {
        thread = Thread.ofPlatform().name("command-sender").daemon().start(this::sendUntilStopped);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void sendUntilStopped() {
        try (var producer = producer()) {
            while (!stopped) {
                try {
                    var wishes = outbox.unsent(AT_A_TIME);
                    if (wishes.isEmpty()) outbox.await(IDLE_MILLIS);
                    else send(wishes, producer);
                } catch (SQLException | ExecutionException | KafkaException e) {
                    if (stopped) return;
                    LOG.warnf("Commands wait: %s", e.getClass().getSimpleName());
                    outbox.await(IDLE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void send(List<AssignTicket> wishes, Producer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        var acknowledged = new ArrayList<Future<RecordMetadata>>();
        for (var wish : wishes) {
            acknowledged.add(producer.send(AssignCommand.of(wish, clock.instant())));
        }
        for (var one : acknowledged) {
            one.get();
        }
        outbox.sent(wishes);
    }

    private Producer<String, byte[]> producer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "routing-commands",
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0,
                "max.block.ms",
                5_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
