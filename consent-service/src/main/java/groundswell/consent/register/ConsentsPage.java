package groundswell.consent.register;

import static groundswell.consent.http.Roles.*;

import groundswell.consent.ConsentStatus;
import groundswell.consent.Retention;
import groundswell.consent.http.Caller;
import groundswell.consent.http.Refusal;
import groundswell.consent.http.Words;
import groundswell.consent.register.ConsentsResource.Reply;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Who allows what: one line per request, newest change first. */
@Path("/consents")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({AGENT, LEAD, OPS, PRODUCT, PR, LEGAL, ADMIN})
public class ConsentsPage {
    /**
     * @param status the tab that is open; null for all
     * @param mayAnswer whether the reader may confirm what a customer wrote
     */
    public record Model(
            ConsentList.Page page,
            Map<ConsentStatus, Long> counts,
            @Nullable ConsentStatus status,
            boolean mayAnswer) {
        /** Answers that wait for this reader to confirm them. */
        public List<ConsentView> toConfirm() {
            return mayAnswer
                    ? page.items().stream().filter(c -> c.suggestion() != null).toList()
                    : List.of();
        }

        public List<ConsentStatus> tabs() {
            return Arrays.stream(ConsentStatus.values())
                    .filter(s -> s != ConsentStatus.NOT_ASKED)
                    .toList();
        }

        public long count(ConsentStatus one) {
            return counts.getOrDefault(one, 0L);
        }

        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Of those who answered, in percent; null before anybody has. */
        public @Nullable Long yesInPercent() {
            var yes = count(ConsentStatus.GRANTED) + count(ConsentStatus.WITHDRAWN);
            var answered = yes + count(ConsentStatus.DECLINED);
            return answered == 0 ? null : Math.round(100.0 * yes / answered);
        }

        /** Green allows, amber waits; a no is no alarm. */
        public String colour(ConsentStatus one) {
            return switch (one) {
                case GRANTED -> "ok";
                case ASKED -> "warn";
                case NOT_ASKED, DECLINED, WITHDRAWN, EXPIRED -> "";
            };
        }
    }

    @CheckedTemplate(basePath = "consents")
    static class Pages {
        static native TemplateInstance list(Model model);
    }

    private final ConsentList list;
    private final Suggestions suggestions;
    private final ConfirmedReplies confirmed;
    private final Caller caller;
    private final Clock clock;

    ConsentsPage(ConsentList list, Suggestions suggestions, ConfirmedReplies confirmed, Caller caller, Clock clock) {
        this.list = list;
        this.suggestions = suggestions;
        this.confirmed = confirmed;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance show(
            @QueryParam("status") @Nullable String status, @QueryParam("after") @Nullable String after) {
        var now = clock.instant();
        var open = Words.read(ConsentStatus.class, "status", status);
        var page = suggestions.on(list.page(open, after, 50, now));
        return Pages.list(new Model(page, list.counts(now), open, caller.has(AGENT) || caller.has(LEAD)));
    }

    @POST
    @Path("/{requestId}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    @RolesAllowed({AGENT, LEAD})
    @Operation(hidden = true)
    public Response confirm(UUID requestId, @RestForm @Nullable String answer, @RestForm @Nullable String retention) {
        var meant = Words.read(ConsentStatus.class, "answer", answer);
        if (meant == null) {
            throw Refusal.invalid("answer", "must be granted or declined");
        }
        var reply = new Reply(meant, null, Words.read(Retention.class, "retention", retention), null);
        confirmed.answer(requestId, reply, caller.cause());
        return Response.seeOther(URI.create("/consents")).build();
    }
}
