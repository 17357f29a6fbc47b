package groundswell.insights.surges;

import groundswell.insights.Calendar;
import groundswell.insights.Counts;
import groundswell.insights.Grain;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Measure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.SurgeKey;
import groundswell.insights.SurgeSentence;
import groundswell.insights.Surges;
import groundswell.insights.Surges.Found;
import groundswell.insights.Wording;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /surges}: those that last, and those that are over. */
@Path("/surges")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class SurgesPage {
    private static final int MOST = 60;
    private static final List<Integer> DAYS = List.of(7, 28, 365, 3_650);

    record View(List<Tab> tabs, List<Part> parts, String how) {}

    record Tab(int days, String label, boolean on) {}

    record Part(
            String key,
            String title,
            String hint,
            boolean ongoing,
            String nothing,
            String nothingMore,
            List<Row> rows) {}

    /** @param edge its beginning while it lasts, else its end */
    record Row(
            String name,
            String link,
            String ticketsLink,
            Instant opened,
            Instant edge,
            String seen,
            String usual,
            String customers,
            String peak,
            String spark) {}

    @CheckedTemplate(basePath = "surges")
    static class Templates {
        static native TemplateInstance page(View view);
    }

    private final Surges surges;
    private final Counts counts;
    private final Names.Source names;
    private final Calendar calendar;

    SurgesPage(Surges surges, Counts counts, Names.Source names, Calendar calendar) {
        this.surges = surges;
        this.counts = counts;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@RestQuery @DefaultValue("28") int days) {
        if (!DAYS.contains(days)) {
            throw new InsightsRefused(InsightsRefused.Reason.UNKNOWN_WINDOW, "Choose 7, 28, 365 or 3650 days.");
        }
        var called = names.names();
        var lately = Span.endingAt(Grain.QUARTER.ceil(calendar.now()).plusSeconds(900), Duration.ofDays(days));
        var ongoing = rows(surges.ongoing().stream(), true, called);
        var over = rows(
                surges.openedIn(lately, null, MOST).stream()
                        .filter(found -> found.surge().closed()),
                false,
                called);
        var parts = List.of(
                new Part(
                        "now",
                        "Surging now",
                        ongoing.isEmpty() ? "" : "the newest first",
                        true,
                        "Nothing surges",
                        "Everything is within its usual rhythm.",
                        ongoing),
                new Part(
                        "over",
                        "Over",
                        "the newest first" + (over.size() == MOST ? ", the latest " + MOST : ""),
                        false,
                        "No surges in this time",
                        "Choose a longer time, or enjoy the calm.",
                        over));
        var tabs = DAYS.stream()
                .map(n -> new Tab(n, n < 365 ? n + " days" : n == 365 ? "A year" : "Ten years", n == days))
                .toList();
        return Templates.page(new View(tabs, parts, SurgesResource.HOW));
    }

    private List<Row> rows(Stream<Found> found, boolean ongoing, Names called) {
        return found.map(one -> row(one, ongoing, called)).toList();
    }

    private Row row(Found found, boolean ongoing, Names called) {
        var surge = found.surge();
        var tickets = found.drill().page();
        return new Row(
                SurgeSentence.name(surge.key(), called),
                "/surges/" + surge.id(),
                tickets,
                surge.opened(),
                ongoing ? surge.began() : surge.unusualTo(),
                Wording.number(surge.seen()),
                surge.expected() < 1 ? "under 1" : Wording.number(Math.round(surge.expected())),
                Wording.number(found.customers()),
                Wording.number(surge.peak()),
                surge.key().kind() == SurgeKey.Kind.TAG ? "" : spark(surge.key(), surge.began()));
    }

    /** Three days, in steps of three hours, the first of them before it began. */
    private String spark(SurgeKey key, Instant began) {
        var start = Grain.QUARTER.floor(began).minus(Duration.ofDays(1));
        var steps = IntStream.range(0, 24)
                .mapToObj(i -> new Span(start.plus(Duration.ofHours(3L * i)), start.plus(Duration.ofHours(3L * i + 3))))
                .filter(span -> span.from().isBefore(calendar.now()))
                .toList();
        var only = key.equals(SurgeKey.ALL) ? Only.ALL : Only.theme(key.code());
        return Wording.line(counts.totals(steps, Measure.OPENED, only).stream()
                .mapToLong(Long::longValue)
                .toArray());
    }
}
