package groundswell.consent.live;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the services whose events we read: here nobody else creates them. */
public final class NeighbourTopics implements QuarkusTestResourceLifecycleManager {
    static final int PARTITIONS = 3;

    @Override
    public Map<String, String> start() {
        try (var admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", TestStack.shared().bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic("ticket.events.v1", PARTITIONS, (short) 1),
                            new NewTopic("routing.events.v1", PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }

    @Override
    public void stop() {}
}
