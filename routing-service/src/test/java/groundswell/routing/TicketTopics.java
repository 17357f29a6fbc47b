package groundswell.routing;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of our neighbours, as they would have created them. People are given tickets only by tests that deal. */
public class TicketTopics implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", TestStack.shared().bootstrapServers());
        try (var admin = Admin.create(kafka)) {
            for (var topic : List.of("ticket.events.v1", "ticket.commands.v1", "insights.events.v1")) {
                create(admin, new NewTopic(topic, 12, (short) 1));
            }
        }
        // a test that deals says when; ten labels are enough to learn from
        return Map.of("groundswell.routing.dealing", "off", "groundswell.routing.refit-every", "10");
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}
