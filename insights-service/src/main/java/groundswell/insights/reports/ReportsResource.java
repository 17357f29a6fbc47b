package groundswell.insights.reports;

import groundswell.insights.Asked;
import groundswell.insights.InsightsRefused;
import groundswell.insights.http.Caller;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reports over REST. */
@Path("/api/insights/reports")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
    private static final int MOST = 200;

    /** @param period {@code 2026-W07} or {@code 2026-02} */
    public record Wish(@Nullable String kind, @Nullable String period) {}

    public record Listed(UUID id, String kind, String period, Instant writtenAt, int revision, String link) {}

    public record Answer(List<Listed> items) {}

    private final Reports reports;
    private final Press press;
    private final Caller caller;

    ReportsResource(Reports reports, Press press, Caller caller) {
        this.reports = reports;
        this.press = press;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "The newest first")
    public Answer list(@RestQuery @DefaultValue("50") int limit) {
        return new Answer(reports.newest(Asked.limit(limit, MOST)).stream()
                .map(row ->
                        new Listed(row.id(), row.kind(), row.period(), row.writtenAt(), row.revision(), path(row.id())))
                .toList());
    }

    @POST
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Write the report of a week or month that is over",
            description = "The last week and month get theirs by themselves. One that is written stays as it is.")
    @APIResponse(responseCode = "201", description = "Written; Location names it")
    @APIResponse(responseCode = "200", description = "It was written before")
    @APIResponse(responseCode = "400", description = "Not a week or month")
    @APIResponse(responseCode = "409", description = "It is not over yet, or nothing is known of it")
    public Response write(@Nullable Wish wish) throws SQLException {
        if (wish == null || wish.kind() == null || wish.period() == null) {
            throw new InsightsRefused(
                    InsightsRefused.Reason.EMPTY_BODY, "Send kind, which is week or month, and period as JSON.");
        }
        var written = reports.write(new ReportPeriod(ReportPeriod.Kind.of(wish.kind()), wish.period()), caller.actor());
        var builder = written.isNew() ? Response.created(URI.create(path(written.row().id))) : Response.ok();
        return builder.entity(answer(written.row())).build();
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(summary = "One report: its numbers, quotes, documents and their hashes")
    @APIResponse(responseCode = "404", description = "Not written")
    public ReportAnswer one(@PathParam("id") UUID id) {
        return answer(reports.read(id));
    }

    @GET
    @Path("{id}/document.{format}")
    @RunOnVirtualThread
    @Produces({"text/html", "text/markdown", "application/pdf"})
    @Operation(summary = "The document, as html, md or pdf", description = "The very bytes that were frozen.")
    @APIResponse(responseCode = "404", description = "Not written, or no such format")
    public Response document(@PathParam("id") UUID id, @PathParam("format") String extension) {
        var format = Format.of(extension);
        return Response.ok(reports.document(id, format), format.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report-" + id + "." + extension + "\"")
                .build();
    }

    @GET
    @Path("{id}/evidence.csv")
    @RunOnVirtualThread
    @Produces(Csv.TYPE)
    @Operation(
            summary = "Every ticket that the numbers come from, as it was then",
            description = "Whoever counts its lines gets the numbers of the report.")
    @APIResponse(responseCode = "404", description = "Not written")
    public String evidence(@PathParam("id") UUID id) {
        return Gzip.unpack(reports.read(id).evidence);
    }

    @GET
    @Path("{id}/check")
    @RunOnVirtualThread
    @Operation(summary = "Work every number out again from the evidence, and compare all hashes")
    @APIResponse(responseCode = "404", description = "Not written")
    public ReportCheck check(@PathParam("id") UUID id) {
        return reports.check(id);
    }

    private ReportAnswer answer(ReportRow row) {
        return ReportAnswer.of(row, press.quotes(row), reports.revisions(row.id));
    }

    private static String path(UUID id) {
        return "/api/insights/reports/" + id;
    }
}
