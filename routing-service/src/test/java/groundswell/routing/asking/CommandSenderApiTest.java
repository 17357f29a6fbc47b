package groundswell.routing.asking;

import static org.awaitility.Awaitility.await;

import groundswell.routing.TicketTopics;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandSenderApiTest {
    @Inject
    CommandOutbox outbox;

    @Inject
    Clock clock;

    @Test
    void a_broker_whose_name_is_not_known_at_first_is_looked_for_again() throws InterruptedException {
        var looked = new AtomicInteger();
        var sender = new CommandSender(outbox, clock, () -> {
            if (looked.incrementAndGet() < 3) {
                throw new ConfigException("No resolvable bootstrap urls given in bootstrap.servers");
            }
            return CommandSender.producer(TestStack.shared().bootstrapServers());
        });

        sender.start();
        try {
            await().until(() -> looked.get() == 3);
        } finally {
            sender.stop();
        }
    }
}
