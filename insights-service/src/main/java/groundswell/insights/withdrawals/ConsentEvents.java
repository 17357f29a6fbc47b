package groundswell.insights.withdrawals;

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

/** Hears {@code consent.events.v1}, from its start. */
@ApplicationScoped
public class ConsentEvents {
    private final Inbox<?> inbox;

    ConsentEvents(Inboxes inboxes, WhenConsentIsWithdrawnThenRemember policy) {
        inbox = inboxes.open("insights-withdrawals", policy);
    }

    @Incoming("consent-events")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.accept(batch);
    }

    @Produces
    @Singleton
    @Identifier("consent-events.rebalancer")
    KafkaConsumerRebalanceListener seek() {
        return new InboxRebalance(inbox);
    }
}
