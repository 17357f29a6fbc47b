package groundswell.journal.quarkus;

import groundswell.journal.inbox.Inbox;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Seeks each newly assigned partition to where its inbox stands; the group's own offsets are never asked. */
public class InboxRebalance implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(InboxRebalance.class);

    private final Inbox<?> inbox;

    public InboxRebalance(Inbox<?> inbox) {
        this.inbox = inbox;
    }

    /** A database that is away is waited for: reading from anywhere else would only be skipped again. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        while (true) {
            try {
                var offsets = inbox.offsets(partitions);
                partitions.forEach(partition -> consumer.seek(partition, offsets.getOrDefault(partition, 0L)));
                return;
            } catch (SQLException e) {
                LOG.warnf("Stored offsets can't be read yet: SQLSTATE %s", e.getSQLState());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database is away", e);
        }
    }
}
