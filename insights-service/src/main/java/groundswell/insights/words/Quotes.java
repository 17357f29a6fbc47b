package groundswell.insights.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.language.redaction.Audience;
import groundswell.language.redaction.Identity;
import groundswell.language.redaction.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Opens a sealed text, or one sentence of it, for as long as it is shown, without what points to somebody. */
@ApplicationScoped
public class Quotes {
    private static final int LONGEST = 280;

    /** Customers say what they want at the start. */
    private static final int ENOUGH = 2_000;

    /** A little more is read: an address that were cut in two would not be known for one. */
    private static final int READ = 2_500;

    private static final ObjectMapper JSON = JsonEvents.mapper();

    /** Where a quote lies: boxes as they were published. */
    record Lying(
            UUID ticketId,
            UUID messageId,
            UUID requesterId,
            @Nullable String subjectBox,
            String bodyBox,
            int sentence,
            @Nullable UUID requesterMessageId,
            @Nullable String requesterBox) {}

    private record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable String company) {}

    private final Seals seals;

    Quotes(Seals seals) {
        this.seals = seals;
    }

    /** Empty where the customer was erased, their key is not here, or nothing would be left of it. */
    Optional<String> open(Lying lying) {
        try {
            return text(lying)
                    .flatMap(text -> sentence(text, lying.sentence()))
                    .map(sentence -> Redaction.redact(sentence, identity(lying), Audience.INSIDE)
                            .text())
                    .map(Quotes::cut);
        } catch (KeyNotYetKnown | SealBroken e) {
            return Optional.empty();
        }
    }

    /** All of it, or its start where it is long. */
    Optional<String> whole(Lying lying) {
        try {
            return text(lying)
                    .map(text -> start(
                            Redaction.redact(start(text, READ), identity(lying), Audience.INSIDE)
                                    .text(),
                            ENOUGH));
        } catch (KeyNotYetKnown | SealBroken e) {
            return Optional.empty();
        }
    }

    private Optional<String> text(Lying lying) {
        var subject = lying.subjectBox() == null
                ? Optional.of("")
                : open(lying, lying.messageId(), lying.subjectBox(), "subject");
        return subject.flatMap(first -> open(lying, lying.messageId(), lying.bodyBox(), "body")
                .map(rest -> first.isEmpty() ? rest : together(first, rest)));
    }

    /** The first sentence of an opened text that is as asked; its start where none is. */
    static String sentence(String text, Predicate<String> which) {
        return cut(CueFinder.sentences(text).stream().filter(which).findFirst().orElse(text));
    }

    private static String start(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most) - 1));
    }

    private Optional<String> open(Lying lying, UUID message, String box, String field) {
        return seals.open(new Sealed(lying.requesterId(), box), place(lying.ticketId(), message, field));
    }

    private static Optional<String> sentence(String text, int number) {
        var sentences = CueFinder.sentences(text);
        return number < sentences.size() ? Optional.of(sentences.get(number)) : Optional.empty();
    }

    private Identity identity(Lying lying) {
        if (lying.requesterBox() == null || lying.requesterMessageId() == null) {
            return Identity.unknown();
        }
        return open(lying, lying.requesterMessageId(), lying.requesterBox(), "requester")
                .map(Quotes::person)
                .map(person -> new Identity(
                        present(person.name()), present(person.email()), present(person.company()), List.of()))
                .orElse(Identity.unknown());
    }

    private static Person person(String json) {
        try {
            return JSON.readValue(json, Person.class);
        } catch (JsonProcessingException e) {
            return new Person(null, null, null);
        }
    }

    private static List<String> present(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, sentence.codePointCount(0, LONGEST) - 1))
                                .strip() + " …";
    }

    /** A subject has no full stop of its own; it is a paragraph. */
    static String together(String subject, String body) {
        return subject + "\n\n" + body;
    }

    static Place place(UUID ticket, UUID message, String field) {
        return new Place(ticket.toString(), message.toString(), field);
    }
}
