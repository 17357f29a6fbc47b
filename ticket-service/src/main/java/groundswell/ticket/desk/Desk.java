package groundswell.ticket.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.Handled;
import groundswell.journal.Head;
import groundswell.journal.JsonEvents;
import groundswell.journal.NaturalKey;
import groundswell.journal.Request;
import groundswell.journal.Submission;
import groundswell.journal.seal.Kek;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.http.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a change asked for over REST is handled: under the caller's conditions, and once for each idempotency key. */
@ApplicationScoped
public class Desk {
    private static final ObjectMapper JSON = JsonEvents.mapper();

    private final TicketJournal tickets;
    private final TicketViews views;
    private final Caller caller;
    private final UriInfo address;
    private final Clock clock;
    private final KeyedHash hash;

    Desk(TicketJournal tickets, TicketViews views, Caller caller, UriInfo address, Clock clock, Kek kek) {
        this.tickets = tickets;
        this.views = views;
        this.caller = caller;
        this.address = address;
        this.clock = clock;
        this.hash = new KeyedHash(kek.derive("request-fingerprint"));
    }

    /** Answers 200 with the changed ticket. */
    public Response change(TicketCommand command, Object body) {
        return change(command, body, caller.expected());
    }

    /** As {@link #change}, for what ends something: 428 without If-Match. */
    public Response changeSeen(TicketCommand command, Object body) {
        return change(command, body, caller.expectedForSure());
    }

    private Response change(TicketCommand command, Object body, long expected) {
        var handled = handle(command, body, expected, 200);
        return views.answer(200, tickets.after(handled)).build();
    }

    public Handled<Ticket> handle(TicketCommand command, Object body, long expected, int status) {
        return tickets.handle(Submission.of(command.ticketId().toString(), command, caller.cause())
                .expecting(expected)
                .with(request(body, status)));
    }

    /** Opens a ticket. 201, for the same request always the same answer; 200 with the ticket that has its source's id. */
    public Response open(TicketCommand command, Object body, List<NaturalKey> names) {
        var handled =
                tickets.handle(Submission.<TicketCommand>of(command.ticketId().toString(), command, caller.cause())
                        .with(request(body, 201))
                        .claiming(names));
        var head = tickets.after(handled);
        var answer = switch (handled) {
            case Handled.Appended<?> _ -> views.opened(201, head);
            case Handled.Repeated<?> it -> views.opened(it.status(), head);
            case Handled.Existing<?> _ -> views.answer(200, head);
        };
        return answer.location(URI.create("/api/tickets/" + handled.stream())).build();
    }

    public Head<Ticket> head(UUID ticketId) {
        return tickets.head(ticketId);
    }

    /** The caller's idempotency key with a keyed hash of what it asks; a plain hash could betray a guessed text. */
    public @Nullable Request request(Object body, int status) {
        var once = caller.idempotencyKey();
        return once == null ? null : request(caller.client(), once, body, status);
    }

    /** As {@link #request(Object, int)}, for somebody without a token. */
    public Request request(String client, String once, Object body, int status) {
        return new Request(client, once, fingerprint(body), status);
    }

    /** A new message's id: the same for each copy of a request with an idempotency key, so its answer is too. */
    public UUID messageId() {
        var once = caller.idempotencyKey();
        if (once == null) {
            return Ids.at(clock.instant());
        }
        var bits = ByteBuffer.wrap(hash("message\n" + caller.client() + "\n" + address.getPath() + "\n" + once));
        return new UUID((bits.getLong() & ~0xf000L) | 0x8000L, (bits.getLong() >>> 2) | 0x8000000000000000L);
    }

    private String fingerprint(Object body) {
        try {
            var asked = address.getPath() + "\n" + JSON.writeValueAsString(body);
            return Base64.getEncoder().withoutPadding().encodeToString(hash(asked));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body cannot be written again: " + body.getClass(), e);
        }
    }

    private byte[] hash(String text) {
        return hash.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
