package groundswell.ticket.chat;

import static java.util.Objects.requireNonNullElse;

import groundswell.journal.seal.Sealed;
import groundswell.ticket.ChatSpeaker;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketCommand.ImportTicket;
import groundswell.ticket.TicketCommand.OpenTicket;
import groundswell.ticket.TicketCommand.QuoteChat;
import groundswell.ticket.TicketCommand.ReplyToCustomer;
import groundswell.ticket.TicketCommand.TakeCustomerReply;
import groundswell.ticket.chat.NewChat.ChatMessage;
import groundswell.ticket.desk.Ids;
import groundswell.ticket.desk.Letters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A transcript as the steps of one ticket's life. The customer's first words open it; an agent's words after them are
 * replies, so the first of them is the first reply. What a bot said is no reply of ours, nor is a greeting before there
 * was anything to reply to: both are kept as quotes.
 */
final class HandOver {
    private final Letters letters;
    private final OpenTicket open;
    private final UUID system;

    /** @param system stands for agents whose id the chat system does not say */
    HandOver(Letters letters, OpenTicket open, UUID system) {
        this.letters = letters;
        this.open = open;
        this.system = system;
    }

    ImportTicket of(Transcript transcript) {
        var first = transcript.firstOfCustomer();
        var steps = new ArrayList<TicketCommand>();
        boolean asked = false;
        for (var message : transcript.messages()) {
            if (message == first) {
                asked = true;
            } else {
                steps.add(step(message, asked));
            }
        }
        return new ImportTicket(open, List.copyOf(steps));
    }

    private TicketCommand step(ChatMessage message, boolean asked) {
        var id = Ids.at(message.at());
        var body = seal(id, message.text());
        return switch (message.author()) {
            case CUSTOMER -> new TakeCustomerReply(open.ticketId(), id, body, at(message));
            case AGENT ->
                asked
                        ? new ReplyToCustomer(open.ticketId(), id, agent(message), body, false, at(message))
                        : quote(id, agent(message), body, ChatSpeaker.AGENT, message);
            case BOT -> quote(id, system, body, ChatSpeaker.BOT, message);
        };
    }

    private QuoteChat quote(UUID id, UUID author, Sealed body, ChatSpeaker speaker, ChatMessage message) {
        return new QuoteChat(open.ticketId(), id, author, body, speaker, at(message));
    }

    private UUID agent(ChatMessage message) {
        return requireNonNullElse(message.agentId(), system);
    }

    private Sealed seal(UUID message, String text) {
        return letters.seal(open.opening().requesterId(), open.ticketId(), message, Letters.Part.BODY, text);
    }

    private static Instant at(ChatMessage message) {
        return message.at().truncatedTo(ChronoUnit.MICROS);
    }
}
