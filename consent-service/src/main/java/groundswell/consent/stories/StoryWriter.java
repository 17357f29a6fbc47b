package groundswell.consent.stories;

import groundswell.consent.Conversation;
import groundswell.consent.Conversation.Message;
import groundswell.consent.KnownTicket;
import groundswell.consent.stories.StoryDraft.Removed;
import groundswell.language.redaction.Identity;
import groundswell.language.redaction.Redaction;
import groundswell.language.redaction.Span;
import groundswell.language.redaction.SpanType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a draft of a conversation: picks the words, then takes out whatever points to somebody. Pure. */
final class StoryWriter {
    /** A story is told in less; what is longer ends at the end of a sentence. */
    private static final int LONGEST = 3_000;

    private static final int LONGEST_VOICE = 600;

    static StoryDraft draft(KnownTicket ticket, Conversation conversation) {
        var original = original(conversation);
        var identity = identity(ticket, conversation.requester());
        var removed = new ArrayList<Removed>();
        var redacted = new StoryText(
                redact("problem", original.problem(), identity, removed),
                original.response() == null ? null : redact("response", original.response(), identity, removed),
                redact("voice", original.voice(), identity, removed));
        return new StoryDraft(original, redacted, List.copyOf(removed));
    }

    /** The opening words, the last answer, and the customer's last word: often the one that tells how it felt. */
    private static StoryText original(Conversation conversation) {
        var messages = conversation.messages();
        var opening = messages.stream()
                .filter(Message::byCustomer)
                .findFirst()
                .map(Message::text)
                .orElse("");
        var response = messages.stream().filter(m -> !m.byCustomer()).reduce((_, last) -> last);
        var voice = messages.stream()
                .filter(Message::byCustomer)
                .reduce((_, last) -> last)
                .map(Message::text)
                .orElse(conversation.subject());
        return new StoryText(
                cut(conversation.subject() + "\n\n" + opening, LONGEST),
                response.map(r -> cut(r.text(), LONGEST)).orElse(null),
                cut(voice, LONGEST_VOICE));
    }

    private static String redact(String part, String text, Identity identity, List<Removed> removed) {
        var spans = Redaction.find(text, identity);
        spans.forEach(span -> removed.add(new Removed(part, kind(span.type()), piece(text, span))));
        return Redaction.apply(text, spans).text();
    }

    static Identity identity(KnownTicket ticket, Conversation.Person person) {
        return new Identity(
                present(person.name()),
                present(person.email()),
                present(person.company()),
                present(ticket.accountId()));
    }

    /** A word of context that comes with the ticket: left out where it holds anything that would be redacted. */
    static @Nullable String nameless(@Nullable String context, KnownTicket ticket, Conversation conversation) {
        return context == null
                        || Redaction.find(context, identity(ticket, conversation.requester()))
                                .isEmpty()
                ? context
                : null;
    }

    static String kind(SpanType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    static String piece(String text, Span span) {
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }

    private static List<String> present(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }

    private static String cut(String text, int most) {
        var plain = text.strip();
        if (plain.length() <= most) {
            return plain;
        }
        var end = Math.max(
                plain.lastIndexOf(". ", most), Math.max(plain.lastIndexOf("! ", most), plain.lastIndexOf("? ", most)));
        return plain.substring(0, end > most / 2 ? end + 1 : most).strip();
    }

    private StoryWriter() {}
}
