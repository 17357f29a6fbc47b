package groundswell.journal.quarkus;

import groundswell.journal.inbox.Inbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** How far consumers are behind, and whether they wait or miss something. */
@Singleton
class InboxMetrics {
    private final Inboxes inboxes;
    private final InboxLags lags;
    private final MeterRegistry registry;

    InboxMetrics(Inboxes inboxes, InboxLags lags, MeterRegistry registry) {
        this.inboxes = inboxes;
        this.lags = lags;
        this.registry = registry;
    }

    /** Last, when every channel has opened its inbox. */
    void bind(@Observes @Priority(10_000) StartupEvent event) {
        inboxes.all().forEach((name, inbox) -> {
            Gauge.builder("groundswell.inbox.lag", lags, l -> l.of(name))
                    .description("Records on the topic that this consumer, all its replicas together, has not applied")
                    .tag("consumer", name)
                    .register(registry);
            Gauge.builder("groundswell.inbox.gaps", inbox, Inbox::openGaps)
                    .description("Partitions in which the next position is missing")
                    .tag("consumer", name)
                    .register(registry);
            Gauge.builder("groundswell.inbox.waiting", inbox, i -> i.waiting().isPresent() ? 1 : 0)
                    .description("1 while a batch is being tried again")
                    .tag("consumer", name)
                    .register(registry);
        });
    }
}
