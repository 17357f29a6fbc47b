package groundswell.consent.register;

import static groundswell.consent.http.Roles.*;

import com.fasterxml.jackson.annotation.JsonInclude;
import groundswell.consent.Consent;
import groundswell.consent.ConsentEvent;
import groundswell.consent.ConsentStatus;
import groundswell.consent.Credit;
import groundswell.consent.KnownTicket;
import groundswell.consent.KnownTickets;
import groundswell.consent.Retention;
import groundswell.consent.Scope;
import groundswell.consent.http.Caller;
import groundswell.consent.http.Refusal;
import groundswell.consent.http.Words;
import groundswell.consent.journal.ConsentJournal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which ticket allows what. Everybody may look, since a mistaken use is worse than a known no. */
@Path("/api/consents")
@RolesAllowed({AGENT, LEAD, OPS, PRODUCT, PR, LEGAL, ADMIN})
@Tag(name = "Consents")
public class ConsentsResource {
    /** One line of the record: what happened, when, by what kind of actor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(long version, String what, Instant at, Instant recordedAt, String actor, UUID eventId) {}

    public record Detail(ConsentView consent, List<Entry> record) {}

    /**
     * @param answer granted, declined or withdrawn, as the customer wrote it to the agent
     * @param scopes what a yes allows; by default all that was asked for
     */
    public record Reply(
            @NotNull ConsentStatus answer,
            @Nullable List<@NotNull Scope> scopes,
            @Nullable Retention retention,
            @Nullable Credit credit) {}

    private final ConsentList list;
    private final Suggestions suggestions;
    private final ConfirmedReplies confirmed;
    private final ConsentJournal consents;
    private final KnownTickets tickets;
    private final Caller caller;
    private final Clock clock;

    ConsentsResource(
            ConsentList list,
            Suggestions suggestions,
            ConfirmedReplies confirmed,
            ConsentJournal consents,
            KnownTickets tickets,
            Caller caller,
            Clock clock) {
        this.list = list;
        this.suggestions = suggestions;
        this.confirmed = confirmed;
        this.consents = consents;
        this.tickets = tickets;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "Consents, newest change first; with ?ticket= that ticket's, where not_asked is an answer too",
            description =
                    "A ticket that nobody was asked about, or that is unknown here, is not_asked: nothing is allowed.")
    public ConsentList.Page list(
            @QueryParam("ticket") @Nullable UUID ticket,
            @QueryParam("status") @Nullable String status,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var now = clock.instant();
        if (ticket == null) {
            return suggestions.on(list.page(Words.read(ConsentStatus.class, "status", status), after, limit, now));
        }
        var found = list.ofTicket(ticket, now);
        return new ConsentList.Page(
                found.isEmpty()
                        ? List.of(ConsentView.notAsked(
                                ticket,
                                tickets.find(ticket).map(KnownTicket::name).orElse(null)))
                        : suggestions.on(found),
                null);
    }

    @GET
    @Path("/{requestId}")
    @RunOnVirtualThread
    @Operation(summary = "One consent with its record, from the events themselves")
    @APIResponse(responseCode = "404", description = "No such request")
    public Detail one(UUID requestId) {
        var consent = consents.find(requestId)
                .orElseThrow(() -> Refusal.of(404, "unknown-consent", "There is no such request for consent."));
        return new Detail(view(consent), entries(requestId));
    }

    @PUT
    @Path("/{requestId}/answer")
    @RolesAllowed({AGENT, LEAD})
    @RunOnVirtualThread
    @Operation(summary = "Confirm what the customer answered in plain words, such as \"yes, you may\"")
    @APIResponse(responseCode = "409", description = "The state does not allow it")
    public ConsentView answer(UUID requestId, @NotNull @Valid Reply reply) {
        confirmed.answer(requestId, reply, caller.cause());
        return view(consents.get(requestId));
    }

    private ConsentView view(Consent consent) {
        var ticket = Objects.requireNonNull(consent.ask()).ticketId();
        var view = ConsentView.of(
                consent, tickets.find(ticket).map(KnownTicket::name).orElse(null), clock.instant());
        return suggestions.on(List.of(view)).getFirst();
    }

    private List<Entry> entries(UUID requestId) {
        return consents.history(requestId).stream()
                .map(r -> new Entry(
                        r.version(),
                        what(r.event()),
                        r.event().at(),
                        r.recordedAt(),
                        r.cause().actor(),
                        r.eventId()))
                .toList();
    }

    private static String what(ConsentEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceFirst("^Consent", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
