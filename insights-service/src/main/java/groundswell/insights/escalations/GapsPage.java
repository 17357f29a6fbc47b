package groundswell.insights.escalations;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.Drill;
import groundswell.insights.EscalationReason;
import groundswell.insights.Figure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.Window;
import groundswell.insights.Wording;
import groundswell.insights.http.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /insights/gaps}: the product-gap list. */
@Path("/insights/gaps")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class GapsPage {
    private static final List<Window> WINDOWS =
            List.of(Window.SEVEN_DAYS, Window.FOUR_WEEKS, Window.WEEK, Window.MONTH);

    record View(Span span, List<Tab> tabs, String sentence, List<String> reasons, List<Row> rows, String how) {}

    /** @param parts by reason, as in the heading */
    record Row(
            String name,
            String page,
            List<Part> parts,
            String tickets,
            String link,
            String change,
            String customers,
            long ofHundred) {}

    record Part(long tickets, String reason, String link) {}

    @CheckedTemplate(basePath = "escalations")
    static class Templates {
        static native TemplateInstance gaps(View v);
    }

    private final GapReader reader;
    private final Names.Source names;
    private final Calendar calendar;

    GapsPage(GapReader reader, Names.Source names, Calendar calendar) {
        this.reader = reader;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@RestQuery @DefaultValue("28d") String window) {
        var asked = Asked.window(window);
        var comparison = asked.at(calendar.now(), calendar.zone());
        var called = names.names();
        var gaps = reader.gaps(comparison).stream()
                .filter(gap -> gap.tickets() > 0)
                .toList();
        long most = gaps.stream().mapToLong(Gap::tickets).max().orElse(1);
        return Templates.gaps(new View(
                comparison.span(),
                Tab.windows(WINDOWS, asked),
                sentence(gaps, called),
                Stream.of(EscalationReason.values())
                        .map(EscalationReason::label)
                        .toList(),
                gaps.stream()
                        .map(gap -> row(gap, comparison.span(), most, called))
                        .toList(),
                EscalationsResource.HOW));
    }

    /** Which gap is the widest, and of which kind it mostly is. */
    static String sentence(List<Gap> gaps, Names called) {
        if (gaps.isEmpty()) {
            return "";
        }
        var widest = gaps.getFirst();
        var reason = Stream.of(EscalationReason.values())
                .max((a, b) -> Long.compare(widest.of(a), widest.of(b)))
                .orElseThrow();
        return called.theme(widest.theme()) + " leaves support helpless most often: "
                + Wording.tickets(widest.tickets())
                + " of " + Wording.number(widest.customers())
                + (widest.customers() == 1 ? " customer, " : " customers, ")
                + (widest.of(reason) == widest.tickets() ? "all" : Wording.number(widest.of(reason))) + " for "
                + reason.label().toLowerCase(java.util.Locale.ROOT) + ".";
    }

    private static Row row(Gap gap, Span span, long most, Names called) {
        var only = Only.theme(gap.theme());
        return new Row(
                called.theme(gap.theme()),
                "/themes/" + gap.theme(),
                Stream.of(EscalationReason.values())
                        .map(reason -> new Part(
                                gap.of(reason),
                                reason.label(),
                                Drill.escalated(span, only, reason.code()).page()))
                        .toList(),
                Wording.number(gap.tickets()),
                Drill.escalated(span, only, null).page(),
                Wording.change(new Figure(gap.tickets(), gap.before())),
                Wording.number(gap.customers()),
                gap.tickets() * 100 / most);
    }
}
