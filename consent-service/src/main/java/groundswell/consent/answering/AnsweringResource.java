package groundswell.consent.answering;

import groundswell.consent.Consent;
import groundswell.consent.ConsentRefused;
import groundswell.consent.Credit;
import groundswell.consent.KnownTicket;
import groundswell.consent.KnownTickets;
import groundswell.consent.Retention;
import groundswell.consent.Scope;
import groundswell.consent.http.Problem;
import groundswell.consent.http.Refusal;
import groundswell.consent.http.Words;
import groundswell.consent.journal.ConsentConfig;
import groundswell.consent.notice.Notice;
import groundswell.consent.notice.Notices;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The customer's own page. No login: the link is the key. GET only shows, since mail scanners open links; POST decides.
 * Works without scripts.
 */
@Path("/consent/{token: [A-Za-z0-9_-]{20,100}}")
@PermitAll
@Tag(name = "The customer's link")
public class AnsweringResource {
    @CheckedTemplate(basePath = "consent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Pages {
        static native TemplateInstance customer(CustomerPage page);

        static native TemplateInstance dead(Notice notice, String title, String lead);
    }

    /** @param decision grant, decline or withdraw */
    public record Decision(
            @Nullable String decision,
            @Nullable List<Scope> scopes,
            @Nullable Retention retention,
            @Nullable Credit credit,
            @Nullable String language) {}

    private static final Answers.Answer NOTHING_CHOSEN = new Answers.Answer(null, List.of(), null, null, "en");

    private final Answers answers;
    private final KnownTickets tickets;
    private final Notices notices;
    private final LinkLimit limit;
    private final ConsentConfig config;
    private final Clock clock;

    AnsweringResource(
            Answers answers,
            KnownTickets tickets,
            Notices notices,
            LinkLimit limit,
            ConsentConfig config,
            Clock clock) {
        this.answers = answers;
        this.tickets = tickets;
        this.notices = notices;
        this.limit = limit;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(summary = "Show what is asked, or what was answered; changes nothing")
    public Response show(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            HttpServerRequest request,
            HttpHeaders headers) {
        return guarded(
                request, lang == null ? accepted(headers) : lang, () -> page(token, lang, null, NOTHING_CHOSEN, 200));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(summary = "Answer by the page's form")
    public Response decide(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            @RestForm @Nullable String decision,
            @RestForm @Nullable List<String> scopes,
            @RestForm @Nullable String retention,
            @RestForm @Nullable String credit,
            HttpServerRequest request,
            HttpHeaders headers) {
        return guarded(request, lang == null ? accepted(headers) : lang, () -> {
            var requestId = answers.requestOf(token);
            var notice = notice(answers.consent(requestId), lang);
            var answer = new Answers.Answer(
                    decision,
                    scopes == null
                            ? List.of()
                            : scopes.stream()
                                    .map(s -> Words.read(Scope.class, "scopes", s))
                                    .filter(Objects::nonNull)
                                    .toList(),
                    Words.read(Retention.class, "retention", retention),
                    Words.read(Credit.class, "credit", credit),
                    notice.language());
            var mistake = mistake(answer, notice);
            if (mistake != null) {
                return page(token, lang, mistake, answer, 422);
            }
            try {
                answers.decide(requestId, answer);
            } catch (ConsentRefused overtaken) {
                return page(token, lang, null, NOTHING_CHOSEN, 409);
            }
            var query = lang == null ? "" : "?lang=" + notice.language();
            return Response.seeOther(URI.create("/consent/" + token + query)).build();
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Answer by a program; the receipt comes back")
    public Receipt decide(@PathParam("token") String token, @Nullable Decision decision, HttpServerRequest request) {
        admit(request);
        var requestId = answers.requestOf(token);
        if (decision == null) {
            throw Refusal.invalid("decision", "must be grant, decline or withdraw");
        }
        answers.decide(
                requestId,
                new Answers.Answer(
                        decision.decision(),
                        decision.scopes() == null
                                ? List.of()
                                : decision.scopes().stream()
                                        .filter(Objects::nonNull)
                                        .toList(),
                        decision.retention(),
                        decision.credit(),
                        notice(answers.consent(requestId), decision.language()).language()));
        return receipt(requestId);
    }

    @GET
    @Path("/receipt")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "The customer's receipt, with the fields of ISO/IEC TS 27560")
    public Response receipt(@PathParam("token") String token, HttpServerRequest request) {
        admit(request);
        return Response.ok(receipt(answers.requestOf(token)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"consent-receipt.json\"")
                .build();
    }

    private Receipt receipt(UUID requestId) {
        var consent = answers.consent(requestId);
        return Receipt.of(
                consent, Objects.requireNonNull(consent.ask()), notice(consent, null), config, clock.instant());
    }

    private Response page(
            String token, @Nullable String lang, @Nullable String mistake, Answers.Answer chosen, int status) {
        var consent = answers.consent(answers.requestOf(token));
        var ticket = tickets.find(Objects.requireNonNull(consent.ask()).ticketId());
        var page = CustomerPage.of(
                notice(consent, lang),
                config.controller().name(),
                config.controller().contact(),
                consent,
                clock.instant(),
                ticket.map(KnownTicket::name).orElse(null),
                ticket.map(KnownTicket::openedAt).orElse(null),
                "/consent/" + token + "/receipt",
                mistake,
                chosen);
        return Response.status(status).entity(Pages.customer(page)).build();
    }

    private static @Nullable String mistake(Answers.Answer answer, Notice notice) {
        if (!"grant".equals(answer.decision())) {
            return null;
        }
        if (answer.scopes().isEmpty()) {
            return notice.word("chooseOne");
        }
        if (answer.retention() == null) {
            return notice.word("chooseLong");
        }
        var named = answer.credit() != null && answer.credit() != Credit.ANONYMOUS;
        return named && !answer.scopes().contains(Scope.NAMED_REFERENCE) ? notice.word("nameNeedsReference") : null;
    }

    private Notice notice(Consent consent, @Nullable String lang) {
        var ask = Objects.requireNonNull(consent.ask());
        return notices.find(ask.noticeVersion(), config.notice(), lang == null ? ask.language() : lang);
    }

    /** A dead or busy link is a page too, in the reader's language. */
    private Response guarded(
            HttpServerRequest request, @Nullable String lang, java.util.function.Supplier<Response> work) {
        var notice = notices.find(config.notice(), config.notice(), lang == null ? "en" : lang);
        if (!limit.admits(address(request))) {
            return Response.status(429)
                    .header(HttpHeaders.RETRY_AFTER, 60)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(Pages.dead(notice, notice.word("busyTitle"), notice.word("busyLead")))
                    .build();
        }
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (refusal.problem().status() != 404) {
                throw refusal;
            }
            return Response.status(404)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(Pages.dead(notice, notice.word("unknownTitle"), notice.word("unknownLead")))
                    .build();
        }
    }

    private void admit(HttpServerRequest request) {
        if (!limit.admits(address(request))) {
            throw new Refusal(Problem.of(429, "too-many-requests", "Try again in a minute."));
        }
    }

    private static String address(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return remote == null ? "?" : remote.hostAddress();
    }

    private static @Nullable String accepted(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(java.util.Locale::getLanguage)
                .filter(Notices.LANGUAGES::contains)
                .findFirst()
                .orElse(null);
    }
}
