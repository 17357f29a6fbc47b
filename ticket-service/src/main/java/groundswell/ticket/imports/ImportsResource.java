package groundswell.ticket.imports;

import groundswell.ticket.desk.Ids;
import groundswell.ticket.http.Caller;
import groundswell.ticket.http.FromClient;
import groundswell.ticket.http.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes tickets over from elsewhere, by the file. */
@Path("/api/imports")
@Tag(name = "Imports")
public class ImportsResource {
    private static final long LARGEST_MAPPING = 1 << 16;

    private final ImportJobs jobs;
    private final Spool spool;
    private final Caller caller;
    private final Clock clock;

    ImportsResource(ImportJobs jobs, Spool spool, Caller caller, Clock clock) {
        this.jobs = jobs;
        this.spool = spool;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "lead", "admin"})
    @Consumes("application/x-ndjson")
    @Operation(
            summary = "Import tickets, one JSON object a line",
            description =
                    "Each line is a ticket as it is posted, with source, externalId and occurredAt, and optionally number"
                            + " (below 100001) and steps: what happened to it since. Answers once the file is safe; it is worked off"
                            + " in the background. Sending it again continues: a ticket that exists is left alone."
                            + " curl -T tickets.ndjson -X POST -H 'Content-Type: application/x-ndjson' …/api/imports")
    @APIResponse(
            responseCode = "202",
            description = "Received; Location tells the progress",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response lines(InputStream body, @QueryParam("dryRun") boolean dryRun) throws IOException {
        return receive("ndjson", null, dryRun, new FromClient(body));
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "lead", "admin"})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Import tickets from CSV",
            description = "The mapping says how the columns make a ticket; deploy/examples/cfpb-mapping.json is one."
                    + " curl -F mapping=@mapping.json -F file=@tickets.csv …/api/imports")
    @APIResponse(
            responseCode = "202",
            description = "Received; Location tells the progress",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response table(
            @RestForm("mapping") @Nullable FileUpload mapping,
            @RestForm("file") @Nullable FileUpload file,
            @QueryParam("dryRun") boolean dryRun)
            throws IOException {
        if (mapping == null || mapping.size() > LARGEST_MAPPING) {
            throw Refused.field("mapping", "must be a part with a JSON file of at most 64 KiB");
        }
        if (file == null) {
            throw Refused.field("file", "must be a part with a CSV file");
        }
        var text = text(mapping);
        Mapping.read(text);
        try (var in = Files.newInputStream(file.uploadedFile())) {
            return receive("csv", text, dryRun, in);
        }
    }

    private static String text(FileUpload mapping) throws IOException {
        try {
            return Files.readString(mapping.uploadedFile());
        } catch (CharacterCodingException e) {
            throw Refused.field("mapping", "must be a JSON file in UTF-8");
        }
    }

    private Response receive(String format, @Nullable String mapping, boolean dryRun, InputStream file)
            throws IOException {
        var id = Ids.at(clock.instant());
        jobs.create(id, caller.person().toString(), format, mapping, dryRun);
        try {
            jobs.received(id, spool.store(id, file));
        } catch (IOException | RuntimeException broken) {
            jobs.drop(id);
            throw broken;
        }
        return Response.accepted(find(id))
                .location(URI.create("/api/imports/" + id))
                .build();
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "lead", "ops", "admin"})
    @Operation(summary = "How far an import is, and what was wrong with which row")
    @APIResponse(
            responseCode = "200",
            description = "Its present state",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "404", description = "There is no such import")
    public ImportView progress(@PathParam("id") UUID id) {
        return find(id);
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "lead", "ops", "admin"})
    @Operation(summary = "The latest 50 imports")
    public List<ImportView> latest() {
        return jobs.latest();
    }

    private ImportView find(UUID id) {
        return jobs.find(id)
                .orElseThrow(() -> Refused.because(
                        404, "no-such-import", "There is no such import", "GET /api/imports lists the latest."));
    }
}
