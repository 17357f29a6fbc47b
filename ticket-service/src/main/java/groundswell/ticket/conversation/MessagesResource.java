package groundswell.ticket.conversation;

import static groundswell.ticket.TicketRefused.Reason.MERGED;
import static groundswell.ticket.TicketRefused.Reason.NEEDS_FOLLOW_UP;
import static java.util.Objects.requireNonNull;

import groundswell.journal.Handled;
import groundswell.journal.Head;
import groundswell.journal.Submission;
import groundswell.journal.seal.Sealed;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand.NoteOnTicket;
import groundswell.ticket.TicketCommand.ReplyToCustomer;
import groundswell.ticket.TicketCommand.TakeCustomerReply;
import groundswell.ticket.TicketRefused;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.Letters;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.http.Caller;
import groundswell.ticket.http.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is said on a ticket. Public words and internal ones have addresses of their own, so no note is sent by mistake. */
@Path("/api/tickets/{ticketId}")
@Tag(name = "Conversation")
public class MessagesResource {
    /** What a reply leaves behind. */
    public enum Then {
        /** The next word is the customer's. */
        PENDING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Reply(
            @NotBlank @Size(max = 100_000) @Prose String body,

            @Nullable @Schema(description = "pending: the ticket waits for the customer from now on")
            Then then) {}

    public record CustomerMessage(
            @NotBlank @Size(max = 100_000) @Prose String body) {}

    public record Note(@NotBlank @Size(max = 100_000) @Prose String body) {}

    private final Desk desk;
    private final TicketJournal tickets;
    private final FollowUps followUps;
    private final Letters letters;
    private final Caller caller;
    private final Clock clock;

    MessagesResource(
            Desk desk, TicketJournal tickets, FollowUps followUps, Letters letters, Caller caller, Clock clock) {
        this.desk = desk;
        this.tickets = tickets;
        this.followUps = followUps;
        this.letters = letters;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("replies")
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "admin"})
    @Operation(summary = "Write to the customer", description = "The first reply starts the work on an open ticket.")
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "409", description = "The ticket is closed, or resolved and shall wait")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response reply(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Reply reply) {
        var message = desk.messageId();
        var body = seal(ticketId, message, reply.body());
        var handled = desk.handle(
                new ReplyToCustomer(
                        ticketId, message, caller.person(), body, reply.then() == Then.PENDING, clock.instant()),
                reply,
                caller.expected(),
                201);
        return written(message, handled);
    }

    @POST
    @Path("customer-messages")
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "agent", "lead", "admin"})
    @Operation(
            summary = "Take a customer's message",
            description =
                    "Ends the waiting of a pending ticket, reopens a resolved one; a closed one stays closed, and the"
                            + " message opens a follow-up that is linked to it. What is written to a merged ticket stands on the one"
                            + " that goes on in its place. Location says where.")
    @APIResponse(
            responseCode = "201",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "410", description = "The requester has been erased")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response hear(@PathParam("ticketId") UUID ticketId, @NotNull @Valid CustomerMessage said) {
        return hear(ticketId, said, caller.expected());
    }

    /** A word to a merged ticket goes where that one goes on, whatever version of it the caller has seen. */
    private Response hear(UUID ticketId, CustomerMessage said, long expected) {
        var message = desk.messageId();
        var body = seal(ticketId, message, said.body());
        try {
            return written(
                    message,
                    desk.handle(new TakeCustomerReply(ticketId, message, body, clock.instant()), said, expected, 201));
        } catch (TicketRefused refused) {
            if (refused.reason() == MERGED && refused.instead().isPresent()) {
                return hear(refused.instead().get(), said, Submission.ANY);
            }
            if (refused.reason() != NEEDS_FOLLOW_UP) {
                throw refused;
            }
        }
        var followUp = followUps.open(ticketId, said.body());
        return written(
                message,
                tickets.handle(Submission.<groundswell.ticket.TicketCommand>of(
                                followUp.ticketId().toString(), followUp, caller.cause())
                        .with(desk.request(said, 201))));
    }

    @POST
    @Path("notes")
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @Operation(summary = "Leave a note for colleagues", description = "The customer never sees it.")
    @APIResponse(
            responseCode = "201",
            description = "Left",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "409", description = "The ticket is closed")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response note(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Note note) {
        var message = desk.messageId();
        var body = seal(ticketId, message, note.body());
        return written(
                message,
                desk.handle(
                        new NoteOnTicket(ticketId, message, caller.person(), body, clock.instant()),
                        note,
                        caller.expected(),
                        201));
    }

    /** Every word on a ticket is sealed for its requester, ours too: an erasure takes the whole conversation. */
    private Sealed seal(UUID ticketId, UUID message, String text) {
        var opening = requireNonNull(desk.head(ticketId).state().opening());
        return letters.seal(opening.requesterId(), ticketId, message, Letters.Part.BODY, text);
    }

    private Response written(UUID message, Handled<Ticket> handled) {
        Head<Ticket> head = tickets.after(handled);
        var opening = requireNonNull(head.state().opening());
        boolean opened = head.version() == 1;
        var view = new MessageView(
                opened ? opening.messageId() : message,
                opening.ticketId(),
                "TKT-" + opening.number(),
                head.state().status(),
                opened ? opening.followUpOf() : null,
                head.version());
        return Response.status(201)
                .tag(Long.toString(head.version()))
                .location(URI.create("/api/tickets/" + opening.ticketId()))
                .entity(view)
                .build();
    }
}
