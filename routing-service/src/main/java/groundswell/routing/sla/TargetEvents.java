package groundswell.routing.sla;

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

/** The channel of {@code ticket.events.v1} for time targets: read apart from routing, which waits for nobody's timers. */
@ApplicationScoped
public class TargetEvents {
    static final String CONSUMER = "targets";

    private final Inbox<?> inbox;

    TargetEvents(Inboxes inboxes, WhenTicketChangesThenMeasure policy) {
        inbox = inboxes.open(CONSUMER, policy);
    }

    @Incoming("ticket-events-for-targets")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.accept(batch);
    }

    @Produces
    @Singleton
    @Identifier("ticket-events-for-targets.rebalancer")
    KafkaConsumerRebalanceListener seek() {
        return new InboxRebalance(inbox);
    }
}
