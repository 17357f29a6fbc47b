package groundswell.insights.counting.rebuild;

import groundswell.insights.Asked;
import groundswell.insights.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Rebuilds over REST. */
@Path("/api/insights/rebuilds")
@RolesAllowed({"ops", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class RebuildsResource {
    private static final int MOST = 100;

    /**
     * @param state {@code running}, {@code done}, {@code failed} or {@code cancelled}
     * @param events applied so far
     * @param ofEvents what the live counts have heard; it grows meanwhile
     */
    public record Rebuild(
            UUID id,
            String state,
            long events,
            long ofEvents,
            Instant wantedAt,
            String wantedBy,
            @Nullable Instant endedAt,
            @Nullable String message) {
        static Rebuild of(RebuildRow row) {
            return new Rebuild(
                    row.id, row.state, row.events, row.ofEvents, row.wantedAt, row.wantedBy, row.endedAt, row.message);
        }
    }

    public record Answer(List<Rebuild> items) {}

    private final Rebuilds rebuilds;
    private final Caller caller;

    RebuildsResource(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "The newest first")
    public Answer list(@RestQuery @DefaultValue("20") int limit) {
        return new Answer(rebuilds.newest(Asked.limit(limit, MOST)).stream()
                .map(Rebuild::of)
                .toList());
    }

    @POST
    @RunOnVirtualThread
    @Operation(
            summary = "Count everything again from the first event, beside the live counts, and put it in their place",
            description = "Readers see the live counts until the new ones have caught up. One runs at a time.")
    @APIResponse(responseCode = "202", description = "It begins within seconds; Location names it")
    @APIResponse(responseCode = "200", description = "One runs already, and this is it")
    public Response want() {
        var wanted = rebuilds.want(caller.actor());
        var builder = wanted.isNew() ? Response.accepted() : Response.ok();
        return builder.location(URI.create("/api/insights/rebuilds/" + wanted.row().id))
                .entity(Rebuild.of(wanted.row()))
                .build();
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(summary = "One of them, and how far it is")
    @APIResponse(responseCode = "404", description = "Never wanted")
    public Rebuild one(@PathParam("id") UUID id) {
        return Rebuild.of(rebuilds.known(id));
    }

    @DELETE
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(summary = "Cancel it", description = "The live counts stay as they are.")
    @APIResponse(responseCode = "404", description = "Never wanted")
    @APIResponse(responseCode = "409", description = "It has ended")
    public Rebuild cancel(@PathParam("id") UUID id) {
        return Rebuild.of(rebuilds.cancel(id));
    }
}
