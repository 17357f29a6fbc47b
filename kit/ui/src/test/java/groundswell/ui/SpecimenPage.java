package groundswell.ui;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Every part of the kit on one page. */
@Path("/specimen")
public class SpecimenPage {
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance specimen(Instant now);
    }

    static final AtomicInteger STREAMS = new AtomicInteger();

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        return Templates.specimen(Instant.now().minusSeconds(3 * 3600 + 720));
    }

    @GET
    @Path("lines")
    @Produces(MediaType.APPLICATION_JSON)
    public String lines() {
        return """
            {"series":[{"name":"Slow export"},{"name":"Invoice missing"}],"hot":0,"marks":[{"at":"2026-01-05T09:20:00Z","label":"Surge"}],
             "points":[["2026-01-05T09:00:00Z",2,3],["2026-01-05T09:15:00Z",4,3],["2026-01-05T09:30:00Z",9,2],["2026-01-05T09:45:00Z",14,4]]}\
            """;
    }

    /** The first connection is refused: a browser's own EventSource would never try again. */
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        if (STREAMS.incrementAndGet() == 1) {
            throw new jakarta.ws.rs.ServiceUnavailableException();
        }
        return Multi.createFrom()
                .items(sse.newEventBuilder()
                        .name("count")
                        .data("<b data-k=\"n\">42</b>")
                        .build())
                .onCompletion()
                .switchTo(Multi.createFrom().nothing());
    }

    /** What this page would show is not there any more. */
    @GET
    @Path("gone")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public String gone() {
        throw new jakarta.ws.rs.NotFoundException(problem(404, "{\"title\":\"Gone\"}"));
    }

    @POST
    @Path("stale")
    public Response stale() {
        return problem(412, "{\"title\":\"This ticket has changed\",\"detail\":\"Look again, then send.\"}");
    }

    @POST
    @Path("wrong")
    public Response wrong() {
        return problem(
                400,
                "{\"title\":\"Please check the form\",\"errors\":[{\"field\":\"reason\",\"message\":\"Say why.\"}]}");
    }

    /** What a form of the page said last: its version, its body, the length of its key. */
    static final AtomicReference<String> HEARD = new AtomicReference<>("");

    @PUT
    @Path("api")
    public Response api(
            @HeaderParam("If-Match") String version, @HeaderParam("Idempotency-Key") String key, String body) {
        HEARD.set(version + " " + body + " " + key.length());
        return Response.ok("{}", MediaType.APPLICATION_JSON).tag("8").build();
    }

    private static Response problem(int status, String body) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(body)
                .build();
    }
}
