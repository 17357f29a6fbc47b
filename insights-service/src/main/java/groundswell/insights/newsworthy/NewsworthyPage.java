package groundswell.insights.newsworthy;

import groundswell.insights.Calendar;
import groundswell.insights.Churn;
import groundswell.insights.CountedTicket;
import groundswell.insights.Drill;
import groundswell.insights.Names;
import groundswell.insights.Newsworthy.Condition;
import groundswell.insights.Newsworthy.Lane;
import groundswell.insights.Newsworthy.Lead;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.Week;
import groundswell.insights.Wording;
import groundswell.insights.http.Caller;
import groundswell.insights.newsworthy.Leads.Known;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /insights/newsworthy}: the week's leads, with the figures that decided. */
@Path("/insights/newsworthy")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class NewsworthyPage {
    record View(String week, Span span, List<Tab> tabs, List<Part> parts, String rule, String how, boolean mayJudge) {}

    record Tab(String week, String label, boolean on) {}

    record Part(String key, String title, String hint, List<Row> rows) {}

    /**
     * @param lead its id; null while it was not told
     * @param outcome code of what became of it; empty until somebody has said it
     */
    record Row(
            String name,
            String link,
            String tickets,
            String ticketsLink,
            String change,
            List<Condition> conditions,
            @Nullable UUID lead,
            String outcome) {}

    @CheckedTemplate(basePath = "newsworthy")
    static class Templates {
        static native TemplateInstance page(View v);
    }

    private final NewsworthyReader reader;
    private final Leads leads;
    private final Caller caller;
    private final ThresholdVersions thresholds;
    private final Names.Source names;
    private final Calendar calendar;

    NewsworthyPage(
            NewsworthyReader reader,
            Leads leads,
            ThresholdVersions thresholds,
            Names.Source names,
            Calendar calendar,
            Caller caller) {
        this.reader = reader;
        this.leads = leads;
        this.caller = caller;
        this.thresholds = thresholds;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@RestQuery @Nullable String week) {
        var running = Week.of(calendar.now(), calendar.zone());
        var asked = NewsworthyResource.week(week, calendar);
        var comparison = asked.soFar(calendar.now(), calendar.zone());
        var now = thresholds.now();
        var called = names.names();
        var read = reader.read(comparison, now);
        var known = leads.of(asked);
        var tabs = List.of(
                tab(running, "This week so far", asked),
                tab(running.previous(), "Last week", asked),
                tab(running.previous().previous(), "The week before", asked));
        var parts = List.of(
                part(
                        "trend",
                        "Trends",
                        "at least two of three",
                        Lane.TREND,
                        read.leads(),
                        known,
                        called,
                        comparison.span()),
                part(
                        "stakes",
                        "High stakes",
                        "few tickets, clear impact",
                        Lane.HIGH_STAKES,
                        read.leads(),
                        known,
                        called,
                        comparison.span()));
        var rule = "A trend holds two of three: more than " + Wording.percent(now.share())
                + " of the week’s tickets, more than " + Wording.percent(now.growth())
                + " growth week on week (what is new needs " + now.newFrom()
                + " tickets), clearly more customers who are unhappy, or leave within " + Churn.DAYS
                + " days, than elsewhere (from " + now.fewestRated()
                + " ratings or accounts on). Thresholds of version "
                + now.version() + "."
                + (read.accountsKnown()
                        ? ""
                        : " Whether customers leave is not known: no account that wrote more than " + Churn.DAYS
                                + " days ago has been described.");
        return Templates.page(new View(
                asked.toString(),
                comparison.span(),
                tabs,
                parts,
                rule,
                how(calendar.zone()),
                caller.has("product", "pr", "admin")));
    }

    private static String how(ZoneId zone) {
        return "Tickets count in the ISO week, in " + zone
                + ", in which they were opened, imported ones at their original time,"
                + " under their present theme. The running week goes to the end of the running quarter hour and is held against the"
                + " same stretch of the week before; one that is over, against all of the week before. A theme’s part is of all"
                + " tickets of the week, also of those without a theme; these make no lead of their own. Unhappy are those who"
                + " gave 1 or 2 to a ticket opened in the week; a rating before a reopening does not count. Leaving is looked at"
                + " for accounts that wrote in the 90 days up to " + Churn.DAYS
                + " days before the end of the week, or before now"
                + " while it runs. “Clearly more” means that a 95 % confidence interval of the difference, against all that is not"
                + " of this theme, leaves no doubt. In high stakes is what is neither large nor growing, but has clearly more who"
                + " are unhappy or leave." + CountedTicket.LEFT_OUT;
    }

    private static Tab tab(Week week, String label, Week asked) {
        return new Tab(week.toString(), label, week.equals(asked));
    }

    private static Part part(
            String key,
            String title,
            String hint,
            Lane lane,
            List<Lead> leads,
            Map<String, Known> known,
            Names called,
            Span span) {
        return new Part(
                key,
                title,
                hint,
                leads.stream()
                        .filter(lead -> lead.lane() == lane)
                        .map(lead -> row(lead, known.get(lead.theme()), called, span))
                        .toList());
    }

    private static Row row(Lead lead, @Nullable Known known, Names called, Span span) {
        return new Row(
                called.theme(lead.theme()),
                "/themes/" + lead.theme(),
                Wording.number(lead.figure().tickets()),
                Drill.opened(span, Only.theme(lead.theme())).page(),
                Wording.change(lead.figure()),
                lead.conditions(),
                known == null ? null : known.id(),
                known == null || known.outcome() == null ? "" : known.outcome().code());
    }

    @POST
    @Path("leads/{id}/outcome")
    @RolesAllowed({"product", "pr", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response judge(@PathParam("id") UUID id, @FormParam("outcome") @DefaultValue("") String outcome) {
        var week = leads.judge(id, NewsworthyResource.outcome(outcome), caller.actor(), calendar.now());
        return Response.noContent()
                .header("HX-Redirect", "/insights/newsworthy?week=" + week)
                .build();
    }
}
