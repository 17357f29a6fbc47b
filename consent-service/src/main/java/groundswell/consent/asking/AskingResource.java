package groundswell.consent.asking;

import static groundswell.consent.http.Roles.*;

import groundswell.consent.ConsentCommand.AskConsent;
import groundswell.consent.ConsentRefused;
import groundswell.consent.ConsentStatus;
import groundswell.consent.KnownTicket;
import groundswell.consent.KnownTickets;
import groundswell.consent.Scope;
import groundswell.consent.http.Caller;
import groundswell.consent.http.Refusal;
import groundswell.consent.journal.ConsentConfig;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.journal.Rounds;
import groundswell.consent.link.Links;
import groundswell.consent.notice.Notices;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An agent asks a ticket's requester. The answer to the agent holds the customer's link, this once and never again. */
@Path("/api/consents")
@Tag(name = "Asking")
public class AskingResource {
    /**
     * @param scopes what to ask for; by default a quote and the anonymised story
     * @param language of the notice, BCP 47; English where we have no such text
     */
    public record Question(
            @NotNull UUID ticketId,
            @Nullable @Size(min = 1, max = 3) List<@NotNull Scope> scopes,
            @Nullable @Size(max = 35) String language) {}

    /** @param link the customer's page, from the root of this address; send it to the customer and keep no copy */
    public record Asked(
            UUID requestId,
            UUID ticketId,
            ConsentStatus status,
            List<Scope> scopes,
            String noticeVersion,
            String language,
            @Nullable Instant answerBy,
            String link) {}

    private static final List<Scope> USUAL = List.of(Scope.AGGREGATE_QUOTE, Scope.CASE_STUDY);

    private final ConsentJournal consents;
    private final KnownTickets tickets;
    private final Rounds rounds;
    private final Links links;
    private final ConsentConfig config;
    private final Caller caller;
    private final Clock clock;

    AskingResource(
            ConsentJournal consents,
            KnownTickets tickets,
            Rounds rounds,
            Links links,
            ConsentConfig config,
            Caller caller,
            Clock clock) {
        this.consents = consents;
        this.tickets = tickets;
        this.rounds = rounds;
        this.links = links;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({AGENT, LEAD})
    @Operation(summary = "Ask the requester of a ticket for consent")
    @APIResponse(responseCode = "201", description = "Asked; the body holds the customer's link, this once")
    @APIResponse(responseCode = "404", description = "No such ticket is known here, or not yet")
    @APIResponse(
            responseCode = "409",
            description = "Not resolved yet, or this customer has been asked or has answered")
    public Response ask(@NotNull @Valid Question question) {
        var now = clock.instant();
        var ticket = tickets.find(question.ticketId())
                .orElseThrow(() -> Refusal.of(
                        404,
                        "unknown-ticket",
                        "No such ticket is known here. A new one takes a moment to arrive: try again."));
        if (ticket.resolution() == null) {
            throw Refusal.of(
                    409,
                    "not-resolved",
                    "Customers are asked once their ticket is resolved. A resolution takes a moment to arrive: try again.");
        }
        var requestId = ConsentJournal.requestId(ticket.ticketId(), rounds.next(ticket.ticketId(), now));
        consents.handle(requestId, command(requestId, ticket, question, now), caller.cause());
        return created(requestId, links.issue(requestId, now).path());
    }

    private AskConsent command(UUID requestId, KnownTicket ticket, Question question, Instant now) {
        return new AskConsent(
                requestId,
                ticket.ticketId(),
                ticket.requesterId(),
                question.scopes() == null ? USUAL : question.scopes(),
                config.notice(),
                Notices.pick(question.language()),
                now.plus(config.answerWithin()),
                now);
    }

    @POST
    @Path("/{requestId}/links")
    @RunOnVirtualThread
    @RolesAllowed({AGENT, LEAD})
    @Operation(summary = "Make a new link for the customer; until they have granted, the one before stops working")
    @APIResponse(responseCode = "201", description = "The body holds the new link, this once")
    @APIResponse(responseCode = "409", description = "There is nothing left to answer or to withdraw")
    public Response again(UUID requestId) {
        var now = clock.instant();
        return switch (consents.get(requestId).statusAt(now)) {
            case NOT_ASKED -> throw new ConsentRefused(ConsentRefused.Reason.NOT_ASKED);
            case ASKED, DECLINED ->
                created(requestId, links.issue(requestId, now).path());
            case GRANTED -> created(requestId, links.add(requestId, now).path());
            case WITHDRAWN -> throw new ConsentRefused(ConsentRefused.Reason.ALREADY_WITHDRAWN);
            case EXPIRED -> throw new ConsentRefused(ConsentRefused.Reason.CONSENT_EXPIRED);
        };
    }

    private Response created(UUID requestId, String link) {
        var consent = consents.get(requestId);
        var ask = consent.ask();
        if (ask == null) {
            throw new ConsentRefused(ConsentRefused.Reason.NOT_ASKED);
        }
        return Response.created(URI.create("/api/consents/" + requestId))
                .entity(new Asked(
                        requestId,
                        ask.ticketId(),
                        consent.status(),
                        ask.scopes(),
                        ask.noticeVersion(),
                        ask.language(),
                        ask.answerBy(),
                        link))
                .build();
    }
}
