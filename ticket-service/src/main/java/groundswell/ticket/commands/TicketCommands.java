package groundswell.ticket.commands;

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

/** Hands other services' commands to the tickets' rules. */
@ApplicationScoped
public class TicketCommands {
    private final Inbox<?> inbox;

    TicketCommands(Inboxes inboxes, WhenCommandedThenHandle policy) {
        inbox = inboxes.open("ticket-commands", policy);
    }

    @Incoming("ticket-commands")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.accept(batch);
    }

    @Produces
    @Singleton
    @Identifier("ticket-commands.rebalancer")
    KafkaConsumerRebalanceListener seek() {
        return new InboxRebalance(inbox);
    }
}
