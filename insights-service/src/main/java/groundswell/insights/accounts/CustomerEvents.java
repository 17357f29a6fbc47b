package groundswell.insights.accounts;

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

/** Hears {@code ticket.events.v1} once more, from its start: tickets were counted for long before accounts were. */
@ApplicationScoped
public class CustomerEvents {
    private final Inbox<?> inbox;

    CustomerEvents(Inboxes inboxes, WhenCustomersAreToldThenRemember policy) {
        inbox = inboxes.open("insights-customers", policy);
    }

    @Incoming("customers")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.accept(batch);
    }

    @Produces
    @Singleton
    @Identifier("customers.rebalancer")
    KafkaConsumerRebalanceListener seek() {
        return new InboxRebalance(inbox);
    }
}
