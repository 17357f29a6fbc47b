package groundswell.routing.asking;

import groundswell.routing.AssignTicket;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
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
    private final Supplier<Producer<String, byte[]>> producers;
    private @Nullable Thread thread;
    private volatile boolean stopped;

    @Inject
    CommandSender(
            CommandOutbox outbox,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this(outbox, clock, () -> producer(bootstrapServers));
    }

    CommandSender(CommandOutbox outbox, Clock clock, Supplier<Producer<String, byte[]>> producers) {
        this.outbox = outbox;
        this.clock = clock;
        this.producers = producers;
    }

    void start(@Observes @Priority(250) StartupEvent event) {
        start();
    }

    void start() {
        thread = Thread.ofPlatform().name("command-sender").daemon().start(this::sendUntilStopped);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void stop() throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    /** No failure ends it: neither a broker whose name is not known yet, nor a producer that has given up. */
    private void sendUntilStopped() {
        try {
            while (!stopped) {
                try {
                    sendWithOneProducer();
                } catch (ExecutionException | RuntimeException e) {
                    if (stopped) return;
                    pause(e);
                }
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void sendWithOneProducer() throws ExecutionException, InterruptedException {
        var producer = producers.get();
        try {
            while (!stopped) {
                try {
                    var wishes = outbox.unsent(AT_A_TIME);
                    if (wishes.isEmpty()) outbox.await(IDLE_MILLIS);
                    else send(wishes, producer);
                } catch (SQLException e) {
                    pause(e);
                }
            }
        } finally {
            producer.close(Duration.ofSeconds(1)); // what it still holds is in the outbox
        }
    }

    private void pause(Exception reason) throws InterruptedException {
        LOG.warnf("Commands wait: %s", reason.getClass().getSimpleName());
        outbox.await(IDLE_MILLIS);
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

    static Producer<String, byte[]> producer(String bootstrapServers) {
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
