package groundswell.insights.effects;

import groundswell.insights.Asked;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.http.Caller;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What launches and fixes have in common over REST. */
@Produces(MediaType.APPLICATION_JSON)
abstract class MarkersResource {
    private static final int MOST = 200;

    public record Answer(List<MarkerAnswer> items) {}

    private final Marker.Kind kind;
    private final String path;
    private final Markers markers;
    private final EffectReader effects;
    private final Names.Source names;
    private final Caller caller;

    MarkersResource(
            Marker.Kind kind, String path, Markers markers, EffectReader effects, Names.Source names, Caller caller) {
        this.kind = kind;
        this.path = path;
        this.markers = markers;
        this.effects = effects;
        this.names = names;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "The newest first, each with what it did",
            description =
                    "In whole local days: the themes' tickets since, as a multiple of the four weeks before, against a control, each"
                            + " weekday against its like, with a 95 % confidence interval. The control is all other tickets, without those of"
                            + " themes that another launch or fix touched in the measured days: those that it names, and of a launch that names"
                            + " none, those that certainly rose with it. A launch is measured theme by theme, each without the others that it"
                            + " touched itself. Where fewer than 100 tickets would be left before or after, all others"
                            + " are the control, and `control` says so.")
    public Answer list(@RestQuery @DefaultValue("20") int limit) {
        var called = names.names();
        var rows = markers.newest(kind, Asked.limit(limit, MOST));
        var days = effects.days(rows.stream().map(MarkerRow::marker).toList());
        return new Answer(rows.stream()
                .map(row -> MarkerAnswer.of(row, days, effects, called))
                .toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "One of them, and what it did")
    @APIResponse(responseCode = "404", description = "Not noted, or removed")
    public Response one(@PathParam("id") UUID id) {
        return answer(Response.ok(), markers.known(kind, id));
    }

    @POST
    @RolesAllowed({"lead", "ops", "product", "admin", "integrator"})
    @RunOnVirtualThread
    @Operation(
            summary = "Note one",
            description =
                    "Posting the same name and time again adds nothing and answers 200 with the one that is there.")
    @APIResponse(responseCode = "201", description = "Noted; Location names it")
    @APIResponse(responseCode = "200", description = "It was noted before")
    @APIResponse(responseCode = "400", description = "A field is not as it must be")
    public Response note(@Nullable MarkerInput input) {
        var noted = markers.note(kind, said(input), caller.actor());
        return answer(
                noted.isNew() ? Response.created(URI.create(path + "/" + noted.row().id)) : Response.ok(), noted.row());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({"lead", "ops", "product", "admin", "integrator"})
    @RunOnVirtualThread
    @Operation(summary = "Change one; If-Match names the version that was read")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") UUID id, @Nullable MarkerInput input) {
        return answer(Response.ok(), markers.change(kind, id, caller.expectedVersion(), said(input)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"lead", "ops", "product", "admin", "integrator"})
    @RunOnVirtualThread
    @Operation(summary = "Remove one that was noted by mistake; If-Match names the version that was read")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void remove(@PathParam("id") UUID id) {
        markers.remove(kind, id, caller.expectedVersion());
    }

    private static MarkerInput said(@Nullable MarkerInput input) {
        if (input == null) {
            throw new InsightsRefused(InsightsRefused.Reason.EMPTY_BODY, "Send name, at and themes as JSON.");
        }
        return input;
    }

    private Response answer(Response.ResponseBuilder builder, MarkerRow row) {
        return builder.entity(MarkerAnswer.of(row, effects.days(List.of(row.marker())), effects, names.names()))
                .tag(new EntityTag(Integer.toString(row.version)))
                .build();
    }
}
