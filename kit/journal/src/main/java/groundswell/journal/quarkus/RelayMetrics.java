package groundswell.journal.quarkus;

import groundswell.journal.relay.SlotLag;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How far Kafka is behind PostgreSQL. */
@Singleton
class RelayMetrics implements MeterBinder {
    private final Journals journals;

    RelayMetrics(Journals journals) {
        this.journals = journals;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var relay = journals.relay();
        Gauge.builder(
                        "groundswell.relay.lag.events",
                        relay,
                        r -> r.lag().stream().mapToLong(SlotLag::events).sum())
                .description("Events appended and not yet known to be on the topic")
                .register(registry);
        Gauge.builder(
                        "groundswell.relay.lag.seconds",
                        relay,
                        r -> r.lag().stream()
                                .mapToDouble(slot -> slot.age().toMillis() / 1000.0)
                                .max()
                                .orElse(0))
                .description("Age of the oldest event that is not yet on the topic")
                .register(registry);
        FunctionCounter.builder("groundswell.relay.events", relay, r -> r.relayed())
                .description("Events brought to the topic since the start")
                .register(registry);
    }
}
