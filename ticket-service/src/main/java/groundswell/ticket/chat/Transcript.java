package groundswell.ticket.chat;

import groundswell.ticket.chat.NewChat.Author;
import groundswell.ticket.chat.NewChat.ChatMessage;
import groundswell.ticket.http.Problem;
import groundswell.ticket.http.Problem.Fault;
import groundswell.ticket.http.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What must hold of a transcript as a whole; each message by itself has been judged before. */
final class Transcript {
    private final List<ChatMessage> messages;

    /** Fails with all that is wrong, message by message. */
    Transcript(List<ChatMessage> messages, Instant latest) {
        this.messages = messages;
        var faults = faults(latest);
        if (!faults.isEmpty()) {
            throw new Refused(Problem.invalid(faults));
        }
    }

    List<ChatMessage> messages() {
        return messages;
    }

    /** With which the ticket begins. */
    ChatMessage firstOfCustomer() {
        return messages.get(customersFirst());
    }

    private int customersFirst() {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).author() == Author.CUSTOMER) {
                return i;
            }
        }
        return -1;
    }

    private List<Fault> faults(Instant latest) {
        var faults = new ArrayList<Fault>();
        if (customersFirst() < 0) {
            faults.add(new Fault("transcript", "must hold a message of the customer"));
        }
        if (messages.stream().mapToLong(message -> message.text().length()).sum() > NewChat.MOST_CHARACTERS) {
            faults.add(new Fault(
                    "transcript", "must hold at most %,d characters altogether".formatted(NewChat.MOST_CHARACTERS)));
        }
        var before = Instant.MIN;
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            if (message.at().isBefore(before)) {
                faults.add(new Fault(field(i, "at"), "must not be before the message above it"));
            } else if (message.at().isAfter(latest)) {
                faults.add(new Fault(field(i, "at"), "must not be in the future"));
            }
            if (message.agentId() != null && message.author() != Author.AGENT) {
                faults.add(new Fault(field(i, "agentId"), "only an agent has one"));
            }
            before = message.at();
        }
        return faults;
    }

    private static String field(int message, String name) {
        return "transcript[" + message + "]." + name;
    }
}
