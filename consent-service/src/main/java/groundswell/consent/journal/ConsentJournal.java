package groundswell.consent.journal;

import groundswell.consent.Consent;
import groundswell.consent.ConsentCommand;
import groundswell.consent.ConsentEvent;
import groundswell.consent.ConsentRefused;
import groundswell.journal.Cause;
import groundswell.journal.Handled;
import groundswell.journal.Head;
import groundswell.journal.Journal;
import groundswell.journal.Recorded;
import groundswell.journal.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every request for consent has one stream; this is how the slices reach them. */
@ApplicationScoped
public class ConsentJournal {
    private final Journal<ConsentCommand, Consent, ConsentEvent> journal;

    ConsentJournal(Journal<ConsentCommand, Consent, ConsentEvent> journal) {
        this.journal = journal;
    }

    /**
     * A ticket's requests, one after the other: the next round begins only when the one before has expired. The same
     * ticket and round are the same request, so two agents who ask at once ask once.
     */
    public static UUID requestId(UUID ticketId, int round) {
        return UUID.nameUUIDFromBytes(("consent\n" + ticketId + "\n" + round).getBytes(StandardCharsets.UTF_8));
    }

    /** @return whether anything changed */
    public boolean handle(UUID requestId, ConsentCommand command, Cause cause) {
        return switch (journal.handle(Submission.of(requestId.toString(), command, cause))) {
            case Handled.Appended<Consent> a -> a.events() > 0;
            case Handled.Repeated<Consent> _, Handled.Existing<Consent> _ -> false;
        };
    }

    public Optional<Consent> find(UUID requestId) {
        return journal.head(requestId.toString()).map(Head::state);
    }

    public Consent get(UUID requestId) {
        return find(requestId).orElseThrow(() -> new ConsentRefused(ConsentRefused.Reason.NOT_ASKED));
    }

    /** Everything that happened, in order: the record that legal may ask for. */
    public List<Recorded<ConsentEvent>> history(UUID requestId) {
        return journal.read(requestId.toString());
    }

    /** A snapshot as a list's row holds it. */
    public Consent state(String json) {
        return journal.state(json);
    }
}
