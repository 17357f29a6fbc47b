package groundswell.routing.choosing;

import groundswell.journal.inbox.Inbox;
import groundswell.journal.quarkus.InboxRebalance;
import groundswell.journal.quarkus.Inboxes;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The channel of {@code insights.events.v1}. */
@ApplicationScoped
public class InsightsEvents {
    private final Inbox<?> inbox;

    InsightsEvents(Inboxes inboxes, WhenDiscoveryNamedThenClassify policy) {
        inbox = inboxes.open("named-discoveries", policy);
    }

    @Incoming("insights-events")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.accept(batch);
    }

    @Produces
    @Singleton
    @Identifier("insights-events.rebalancer")
    KafkaConsumerRebalanceListener seek() {
        return new InboxRebalance(inbox);
    }
}
