package groundswell.insights.surges;

import groundswell.insights.Calendar;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Measure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.Surge;
import groundswell.insights.SurgeKey;
import groundswell.insights.SurgeSentence;
import groundswell.insights.Surges;
import groundswell.insights.Wording;
import groundswell.insights.http.TellingLine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /surges/{id}}: one surge, when it came, what is said in it and by whom. */
@Path("/surges/{id}")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class SurgePage {
    private static final int WORDS = 8, PARTS = 6;

    /** @param theme its page; null for what is no theme */
    record View(
            UUID id,
            String name,
            boolean ongoing,
            String sentence,
            Instant began,
            Instant opened,
            @Nullable Instant closed,
            Instant peakAt,
            String peak,
            String seen,
            String usual,
            String customers,
            String times,
            @Nullable String theme,
            String tickets,
            boolean drawn,
            List<Split> splits) {}

    record Split(String title, List<Part> parts) {}

    record Part(String name, String link, String tickets, String share, long ofHundred) {}

    /** @param against what is compared, in words */
    record Words(String sentence, String against, List<TellingLine> lines) {}

    @CheckedTemplate(basePath = "surges")
    static class Templates {
        static native TemplateInstance surge(View s);

        static native TemplateInstance words(Words w);
    }

    private final Surges surges;
    private final SurgeWords words;
    private final Counts counts;
    private final Names.Source names;
    private final Calendar calendar;

    SurgePage(Surges surges, SurgeWords words, Counts counts, Names.Source names, Calendar calendar) {
        this.surges = surges;
        this.words = words;
        this.counts = counts;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(UUID id) {
        var found = surges.one(id);
        var surge = found.surge();
        var called = names.names();
        return Templates.surge(new View(
                id,
                SurgeSentence.name(surge.key(), called),
                !surge.closed(),
                SurgeSentence.of(surge, found.customers()),
                surge.began(),
                surge.opened(),
                surge.closedAt(),
                surge.peakAt(),
                Wording.number(surge.peak()),
                Wording.number(surge.seen()),
                surge.expected() < 1 ? "under 1" : Wording.number(Math.round(surge.expected())),
                Wording.number(found.customers()),
                surge.expected() < 1
                        ? "where hardly any is usual"
                        : Wording.times(surge.times()) + " times as many as usual",
                surge.key().kind() == SurgeKey.Kind.THEME
                        ? "/themes/" + surge.key().code()
                        : null,
                found.drill().page(),
                counted(surge.key()),
                counted(surge.key()) ? splits(surge, called) : List.of()));
    }

    @GET
    @Path("trend")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public SurgeTrend trend(UUID id) {
        var surge = surges.one(id).surge();
        if (!counted(surge.key())) {
            throw new InsightsRefused(InsightsRefused.Reason.NO_SURGE, "Only themes and all tickets are drawn.");
        }
        return SurgeTrend.of(surge, only(surge.key()), counts, calendar.now(), calendar.zone());
    }

    @GET
    @Path("words")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance words(UUID id) {
        var behind = words.behind(surges.one(id), WORDS);
        var told = behind.told();
        return Templates.words(new Words(
                behind.sentence(),
                "Texts of " + Wording.number(told.customers()) + " customers of this surge against "
                        + Wording.number(told.otherCustomers()) + " of the four weeks before it, "
                        + (behind.isAgainstItsOwn() ? "on the same." : "whatever they wrote about."),
                TellingLine.of(told.words(), behind.surge())));
    }

    /** Tickets with a tag are counted by that tag alone. */
    private static boolean counted(SurgeKey key) {
        return key.kind() != SurgeKey.Kind.TAG;
    }

    private static Only only(SurgeKey key) {
        return key.kind() == SurgeKey.Kind.THEME ? Only.theme(key.code()) : Only.ALL;
    }

    private List<Split> splits(Surge surge, Names called) {
        return Stream.of(
                        new SplitBy("By theme", Dimension.THEME),
                        new SplitBy("By channel", Dimension.CHANNEL),
                        new SplitBy("By plan", Dimension.PLAN),
                        new SplitBy("First or repeat", Dimension.HISTORY))
                .filter(split -> split.by() != Dimension.THEME || surge.key().equals(SurgeKey.ALL))
                .map(split -> new Split(split.title(), parts(surge, split.by(), called)))
                .toList();
    }

    private record SplitBy(String title, Dimension by) {}

    private List<Part> parts(Surge surge, Dimension by, Names called) {
        var span = new Span(surge.began(), surge.unusualTo());
        var only = only(surge.key());
        var sums = counts.in(List.of(span), Measure.OPENED, List.of(by), only).getFirst();
        double all = sums.values().stream().mapToLong(Long::longValue).sum();
        return sums.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(part -> part.getKey().getFirst()))
                .limit(PARTS)
                .map(part -> part(part.getKey().getFirst(), part.getValue(), all, by, span, only, called))
                .toList();
    }

    private static Part part(String code, long tickets, double all, Dimension by, Span span, Only only, Names called) {
        return new Part(
                called.of(by, code),
                Drill.opened(span, only.with(by, code)).page(),
                Wording.number(tickets),
                Wording.percent(tickets / all),
                Math.round(tickets * 100 / all));
    }
}
