package groundswell.ticket.chat;

import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.Intake;
import groundswell.ticket.desk.Letters;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes a chat over with all that was said in it, in one append: there is never half a conversation. */
@Path("/api/tickets/from-chat")
@Tag(name = "Tickets")
public class ChatsResource {
    private static final String EXAMPLE = """
        {
          "source": "chat",
          "externalId": "room-2291",
          "requester": {"name": "Robin Vale", "email": "robin@vale.example", "plan": "team"},
          "transcript": [
            {"at": "2026-01-12T09:10:02Z", "author": "bot", "text": "Hello! What can we do for you?"},
            {"at": "2026-01-12T09:10:31Z", "author": "customer", "text": "Our invoice of May was charged twice."},
            {"at": "2026-01-12T09:12:15Z", "author": "agent", "agentId": "6512bd43-d9ca-46e0-a90b-9c1d2e3f4a5b",
             "text": "I see both payments. I hand this to our billing team."},
            {"at": "2026-01-12T09:12:40Z", "author": "customer", "text": "Thank you."}
          ]
        }""";

    private final Intake intake;
    private final Desk desk;
    private final Letters letters;
    private final Caller caller;
    private final Clock clock;

    ChatsResource(Intake intake, Desk desk, Letters letters, Caller caller, Clock clock) {
        this.intake = intake;
        this.desk = desk;
        this.letters = letters;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "agent", "lead", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hand a chat over",
            description =
                    "The ticket is opened at the time and with the words of the customer's first message; everything else"
                            + " keeps its time and follows in the same append. An agent's word after that is a reply; a"
                            + " bot's is none, and starts no work. As safe to retry as POST /api/tickets.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewChat.class),
                            examples = @ExampleObject(name = "A chat with a bot and an agent", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Opened; Location and ETag say where and at which version",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(
            responseCode = "200",
            description = "There is a ticket of this source and externalId",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(
            responseCode = "400",
            description = "Something in it is not acceptable, and nothing of it was taken; errors says what")
    @APIResponse(
            responseCode = "409",
            description = "The first copy of this request is still under way; see Retry-After")
    @APIResponse(responseCode = "413", description = "Over 1 MiB")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another body")
    public Response handOver(@NotNull @Valid NewChat chat) {
        var transcript = new Transcript(chat.transcript(), clock.instant().plus(Intake.CLOCKS_MAY_DIFFER));
        var ticket = chat.asTicket(transcript.firstOfCustomer());
        var whole = new HandOver(letters, intake.now(ticket), caller.person()).of(transcript);
        return desk.open(whole, chat, Intake.keysOf(ticket));
    }
}
