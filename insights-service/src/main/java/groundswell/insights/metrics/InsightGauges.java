package groundswell.insights.metrics;

import groundswell.insights.Calendar;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Only;
import groundswell.insights.Queue;
import groundswell.insights.Surges;
import groundswell.insights.Window;
import groundswell.insights.journal.Hearing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/** Codes only: no name, no customer. Read every quarter of a minute, whoever scrapes and however often. */
@Singleton
class InsightGauges {
    private static final Logger LOG = Logger.getLogger(InsightGauges.class);

    private final Counts counts;
    private final Queue.Source queues;
    private final Surges surges;
    private final Calendar calendar;
    private final MultiGauge open;
    private final MultiGauge unassigned;
    private final MultiGauge waiting;
    private final MultiGauge themes;
    private final MultiGauge surging;

    InsightGauges(Counts counts, Queue.Source queues, Surges surges, Calendar calendar, MeterRegistry registry) {
        this.counts = counts;
        this.queues = queues;
        this.surges = surges;
        this.calendar = calendar;
        open = gauge(registry, "groundswell.queue.open", "Live tickets of a team");
        unassigned = gauge(registry, "groundswell.queue.unassigned", "Live tickets of a team that nobody has");
        waiting = gauge(
                registry,
                "groundswell.queue.longest.wait.seconds",
                "How long the customer who waits longest has waited");
        themes = gauge(registry, "groundswell.theme.tickets.day", "Tickets of a theme opened in the last 24 hours");
        surging = gauge(registry, "groundswell.surge.seen", "Tickets so far of each surge that lasts");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    @Scheduled(every = "{groundswell.insights.gauges-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            var now = calendar.now();
            var live = queues.queues();
            open.register(rows(live, queue -> queue.load().open()), true);
            unassigned.register(rows(live, queue -> queue.load().unassigned()), true);
            waiting.register(
                    rows(
                            live,
                            queue -> queue.waitingSince() == null
                                    ? 0
                                    : Duration.between(queue.waitingSince(), now)
                                            .toSeconds()),
                    true);
            var day = counts.compare(Window.DAY.at(now, calendar.zone()), Dimension.THEME, Only.ALL);
            themes.register(
                    day.entrySet().stream()
                            .map(theme -> row(
                                    "theme", theme.getKey(), theme.getValue().tickets()))
                            .toList(),
                    true);
            surging.register(
                    surges.ongoing().stream()
                            .map(found -> row(
                                    "key",
                                    found.surge().key().text(),
                                    found.surge().seen()))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warnf("Gauges could not be read (%s)", Hearing.describe(e));
        }
    }

    private static List<Row<?>> rows(List<Queue> queues, ToLongFunction<Queue> value) {
        return queues.stream()
                .<Row<?>>map(queue -> row("team", queue.team(), value.applyAsLong(queue)))
                .toList();
    }

    private static Row<?> row(String tag, String code, long value) {
        return Row.of(Tags.of(tag, code), value);
    }
}
