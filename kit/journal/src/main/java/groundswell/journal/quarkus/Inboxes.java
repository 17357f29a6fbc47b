package groundswell.journal.quarkus;

import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxSettings;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Opens this service's inboxes, one per consumer name. */
@Singleton
public class Inboxes {
    private final DataSource database;
    private final Map<String, Inbox<?>> open = new ConcurrentHashMap<>();

    Inboxes(DataSource database) {
        this.database = database;
    }

    /** @param consumer names the reader of positions; the same in every replica, and for ever */
    public <P> Inbox<P> open(String consumer, BatchPolicy<P> policy) {
        var inbox = new Inbox<>(consumer, database, policy, InboxSettings.USUAL);
        if (open.putIfAbsent(consumer, inbox) != null) {
            throw new IllegalStateException("Two inboxes are called " + consumer);
        }
        return inbox;
    }

    /** By consumer name. */
    public Map<String, Inbox<?>> all() {
        return Map.copyOf(open);
    }

    /** First of all, so that a batch that waits for something does not hold up the end. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        open.values().forEach(Inbox::close);
    }
}
