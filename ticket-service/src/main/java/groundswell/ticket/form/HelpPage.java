package groundswell.ticket.form;

import groundswell.journal.JournalRefused;
import groundswell.journal.Unanswered;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.KeysAway;
import groundswell.ticket.http.FormLimit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where anybody writes to support: no log-in, no script needed. GET only shows; POST opens the ticket and sends the
 * browser on to an address that may be reloaded and shared, as it holds nothing but the ticket's number.
 */
@Path("/help")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class HelpPage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(HelpPageView page);

        static native TemplateInstance sent(String number);

        static native TemplateInstance foreign();
    }

    private static final String TRAPPED =
            "Something filled in a field that is hidden from people. It is empty again: if you are one, please send the"
                    + " form once more.";
    private static final String CHANGED =
            "You have sent this page before, and we have that message. If this one is new, please send it again.";
    private static final String STALE = "This page has been open for long. Please send it once more.";
    private static final String BUSY =
            "Too many messages came at once. Yours is still here: please wait a minute and send it again.";
    private static final String LATER =
            "We can’t take your message this moment. It is still here: please send it again.";

    private final Letterbox letterbox;
    private final FormLimit limit;
    private final Validator rules;

    HelpPage(Letterbox letterbox, FormLimit limit, Validator rules) {
        this.letterbox = letterbox;
        this.limit = limit;
        this.rules = rules;
    }

    @GET
    @Operation(hidden = true)
    public Response start() {
        return Response.seeOther(URI.create("/help/new")).build();
    }

    @GET
    @Path("new")
    @Operation(hidden = true)
    public TemplateInstance empty() {
        return Templates.form(HelpPageView.of(HelpForm.empty(), null, List.of()));
    }

    @POST
    @Path("new")
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(
            MultivaluedMap<String, String> fields, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        if (!SameSite.sent(headers)) {
            return page(403, Templates.foreign());
        }
        var form = HelpForm.of(fields);
        var wait = limit.waitFor(request);
        return wait.isZero() ? take(form) : again(429, form, BUSY, wait);
    }

    /** Shows what its address says and reads nothing, so that it can tell nobody which tickets there are. */
    @GET
    @Path("sent/{number: TKT-[1-9][0-9]{0,17}}")
    @Operation(hidden = true)
    public TemplateInstance sent(@PathParam("number") String number) {
        return Templates.sent(number);
    }

    private Response take(HelpForm form) {
        // Refused openly, not swallowed: where a browser's own helper filled the trap, a customer would wait in vain
        if (!form.website().isEmpty()) {
            return again(422, form.anew(), TRAPPED, List.of());
        }
        var mistakes = Mistake.in(form, rules);
        if (!mistakes.isEmpty()) {
            return again(422, form.comesFromAView() ? form : form.anew(), null, mistakes);
        }
        if (!form.comesFromAView()) {
            return again(422, form.anew(), STALE, List.of());
        }
        try {
            return Response.seeOther(URI.create("/help/sent/" + letterbox.take(form)))
                    .build();
        } catch (JournalRefused refused) {
            return refused.reason() == JournalRefused.Reason.REQUEST_MISMATCH
                    ? again(422, form.anew(), CHANGED, List.of())
                    : later(form);
        } catch (Unanswered | KeysAway | KeyNotYetKnown unknown) {
            return later(form); // the same key again: if it was taken after all, it stays one ticket
        }
    }

    private static Response later(HelpForm form) {
        return again(503, form, LATER, Duration.ofSeconds(2));
    }

    private static Response again(int status, HelpForm form, String notice, Duration wait) {
        return Response.fromResponse(again(status, form, notice, List.of()))
                .header(HttpHeaders.RETRY_AFTER, wait.plusNanos(999_999_999).toSeconds())
                .build();
    }

    private static Response again(int status, HelpForm form, @Nullable String notice, List<Mistake> mistakes) {
        return page(status, Templates.form(HelpPageView.of(form, notice, mistakes)));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
