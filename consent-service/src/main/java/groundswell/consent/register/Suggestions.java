package groundswell.consent.register;

import groundswell.consent.ConsentStatus;
import groundswell.consent.Conversation.Message;
import groundswell.consent.KnownTickets;
import groundswell.consent.ShortReply;
import groundswell.consent.register.ConsentView.Suggestion;
import groundswell.journal.seal.KeyNotYetKnown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds to open questions what their customers seem to have answered in the ticket itself. */
@ApplicationScoped
class Suggestions {
    private final KnownTickets tickets;

    Suggestions(KnownTickets tickets) {
        this.tickets = tickets;
    }

    ConsentList.Page on(ConsentList.Page page) {
        return new ConsentList.Page(on(page.items()), page.next());
    }

    List<ConsentView> on(List<ConsentView> views) {
        var open = new HashMap<UUID, Instant>();
        for (var view : views) {
            if (view.status() == ConsentStatus.ASKED && view.askedAt() != null)
                open.put(view.ticketId(), view.askedAt());
        }
        if (open.isEmpty()) return views;
        var words = words(open);
        return views.stream()
                .map(view -> view.status() == ConsentStatus.ASKED ? view.with(read(words.get(view.ticketId()))) : view)
                .toList();
    }

    /** A key that has not arrived hides a suggestion for a moment; the register itself is shown. */
    private Map<UUID, Message> words(Map<UUID, Instant> open) {
        try {
            return tickets.lastWords(open);
        } catch (KeyNotYetKnown e) {
            return Map.of();
        }
    }

    private static @Nullable Suggestion read(@Nullable Message message) {
        return message == null
                ? null
                : ShortReply.read(message.text())
                        .map(answer -> new Suggestion(answer, message.at()))
                        .orElse(null);
    }
}
