package groundswell.insights.reports;

import groundswell.insights.Calendar;
import groundswell.insights.Dimension;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.Wording;
import groundswell.insights.http.Caller;
import groundswell.insights.reports.Evidence.Part;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /reports}: what was written, one report as it was frozen, and the tickets behind one of its numbers. */
@Path("/reports")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class ReportsPage {
    private static final int LISTED = 100, PAGE = 100, WEEKS = 6, MONTHS = 6;

    record Item(String title, String kind, String link, Instant writtenAt, String note) {}

    /** A week or month that is over and has no report yet. */
    record Choice(String value, String label) {}

    record File(String label, String link, String hash) {}

    record Revision(Instant at, String note) {}

    record View(
            UUID id,
            String title,
            String kind,
            Instant writtenAt,
            RawString article,
            List<File> files,
            List<Revision> revisions) {}

    record Checked(boolean sound, String sentence) {}

    record Behind(UUID id, String title, String what, String count, List<Line> lines, long more) {}

    /** One ticket, with what its codes were called then. */
    record Line(Evidence.Row ticket, String theme, String team, String channel) {}

    @CheckedTemplate(basePath = "reports")
    static class Templates {
        static native TemplateInstance list(List<Item> items, List<Choice> choices, boolean mayWrite);

        static native TemplateInstance one(View v);

        static native TemplateInstance checked(Checked c);

        static native TemplateInstance behind(Behind b);
    }

    private final Reports reports;
    private final Calendar calendar;
    private final Caller caller;

    ReportsPage(Reports reports, Calendar calendar, Caller caller) {
        this.reports = reports;
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance list() {
        var items = reports.newest(LISTED).stream()
                .map(row -> {
                    var period = new ReportPeriod(ReportPeriod.Kind.of(row.kind()), row.period());
                    return new Item(
                            period.title(),
                            period.kind() == ReportPeriod.Kind.WEEK ? "Weekly digest" : "Voice of the customer",
                            "/reports/" + row.id(),
                            row.writtenAt(),
                            row.revision() == 0 ? "" : "Changed since: a quote was removed");
                })
                .toList();
        var mayWrite = caller.has("lead", "ops", "product", "admin");
        return Templates.list(items, mayWrite ? choices() : List.of(), mayWrite);
    }

    private List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        for (var kind : ReportPeriod.Kind.values()) {
            Stream.iterate(
                            ReportPeriod.lastOver(kind, calendar.now(), calendar.zone()),
                            period -> ReportPeriod.lastOver(
                                    kind,
                                    period.comparison(calendar.zone()).span().from(),
                                    calendar.zone()))
                    .limit(kind == ReportPeriod.Kind.WEEK ? WEEKS : MONTHS)
                    .filter(period -> !reports.isWritten(period))
                    .forEach(period -> choices.add(new Choice(
                            kind.code() + " " + period.code(),
                            (kind == ReportPeriod.Kind.WEEK ? "Week, " : "Month, ") + period.title())));
        }
        return choices;
    }

    @POST
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response write(@RestForm @Nullable String period) throws SQLException {
        var parts = Objects.requireNonNullElse(period, "").split(" ", 2);
        if (parts.length != 2) {
            throw new InsightsRefused(Reason.UNKNOWN_REPORT, "Choose a week or month.");
        }
        var written = reports.write(new ReportPeriod(ReportPeriod.Kind.of(parts[0]), parts[1]), caller.actor());
        return Response.noContent()
                .header("HX-Redirect", "/reports/" + written.row().id)
                .build();
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance one(@PathParam("id") UUID id) {
        var row = reports.read(id);
        var period = new ReportPeriod(ReportPeriod.Kind.of(row.kind), row.period);
        var revisions = reports.revisions(id);
        var files = new ArrayList<File>();
        for (var format : List.of(Format.PDF, Format.HTML, Format.MARKDOWN)) {
            files.add(new File(
                    format == Format.MARKDOWN ? "Markdown" : format.name(),
                    "/api/insights/reports/" + id + "/document." + format.extension(),
                    format.hash(revisions.getFirst())));
        }
        files.add(new File("Evidence, as CSV", "/api/insights/reports/" + id + "/evidence.csv", row.evidenceHash));
        return Templates.one(new View(
                id,
                period.title(),
                period.kind() == ReportPeriod.Kind.WEEK ? "Weekly digest" : "Voice of the customer",
                row.writtenAt,
                new RawString(article(new String(reports.document(id, Format.HTML), StandardCharsets.UTF_8))),
                files,
                revisions.stream()
                        .map(revision -> new Revision(revision.writtenAt, revision.note))
                        .toList()));
    }

    /** What it takes to work everything out again grows with the tickets, so only who asks for it waits for it. */
    @GET
    @Path("{id}/check")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance check(@PathParam("id") UUID id) {
        var check = reports.check(id);
        return Templates.checked(new Checked(
                check.equal(),
                check.equal()
                        ? "Worked out again from " + Wording.tickets(check.tickets()) + ": every number is the same."
                        : "Something does not agree: tell whoever runs this installation."));
    }

    /** The frozen document without its own style, inside ours. */
    private static String article(String html) {
        return html.substring(html.indexOf("<article"), html.indexOf("</article>") + "</article>".length())
                .replace("<h1>", "<p class=\"title\">") // the page has one of its own
                .replace("</h1>", "</p>");
    }

    @GET
    @Path("{id}/tickets")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance behind(
            @PathParam("id") UUID id,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String theme,
            @RestQuery @Nullable String history,
            @RestQuery @DefaultValue("false") boolean rated) {
        var row = reports.read(id);
        var given = row.given();
        var part = new Part(
                span(from, to),
                theme == null ? null : Only.code(theme),
                history == null ? null : Only.code(history),
                rated);
        var found = new ArrayList<Line>();
        long count = 0;
        for (var one : (Iterable<Evidence.Row>) row.evidenceRows().filter(part::contains)::iterator) {
            if (count++ < PAGE) {
                found.add(new Line(
                        one,
                        given.names().theme(one.theme()),
                        given.names().team(one.team()),
                        given.names().of(Dimension.CHANNEL, one.channel())));
            }
        }
        var what = new ArrayList<String>();
        what.add(Document.describe(part.span(), given.zone()));
        if (part.theme() != null) {
            what.add(given.names().theme(part.theme()));
        }
        if (part.history() != null) {
            what.add(part.history().equals("first") ? "first tickets" : part.history());
        }
        if (rated) {
            what.add("rated");
        }
        return Templates.behind(new Behind(
                id, given.title(), String.join(" · ", what), Wording.tickets(count), found, count - found.size()));
    }

    private static Span span(@Nullable String from, @Nullable String to) {
        try {
            return new Span(
                    Instant.parse(Objects.requireNonNullElse(from, "")),
                    Instant.parse(Objects.requireNonNullElse(to, "")));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new InsightsRefused(Reason.UNREADABLE_TIME, "Give from and to, such as 2026-02-01T00:00:00Z.");
        }
    }
}
