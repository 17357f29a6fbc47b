package groundswell.insights.words;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsEvent.CuesFound;
import groundswell.insights.InsightsEvent.CuesFound.FoundCue;
import groundswell.insights.Opening;
import groundswell.insights.journal.InsightsJournal;
import groundswell.insights.journal.InsightsJournal.News;
import groundswell.journal.JsonEvents;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Policy: what customers write is read once, and what it gives away is told in codes. Whoever builds everything anew reads
 * these codes, and never a text again. A text whose key is on its way is waited for; one of an erased customer is passed over.
 */
@ApplicationScoped
public class WhenACustomerWritesThenRead implements BatchPolicy<List<WhenACustomerWritesThenRead.Read>> {
    private static final Logger LOG = Logger.getLogger(WhenACustomerWritesThenRead.class);
    private static final String ACTOR = "policy:when-a-customer-writes-then-read";
    private static final JsonEvents<Letter> LETTERS = JsonEvents.of("groundswell.ticket", "", Letter.class, Letter::at);

    /** A letter and what it gives away. */
    public record Read(Letter letter, List<CueFinder.Found> found) {}

    private final Seals seals;
    private final InsightsJournal journal;
    private final Calendar calendar;

    WhenACustomerWritesThenRead(Seals seals, InsightsJournal journal, Calendar calendar) {
        this.calendar = calendar;
        this.seals = seals;
        this.journal = journal;
    }

    @Override
    public List<Read> prepare(List<Delivery> batch) {
        var read = new ArrayList<Read>();
        for (var delivery : batch) {
            if (LETTERS.knows(delivery.type())) {
                var letter = LETTERS.read(delivery.type(), delivery.data());
                if (letter.messageId() != null && letter.body() != null) {
                    read.add(new Read(letter, text(letter).map(CueFinder::in).orElse(List.of())));
                }
            }
        }
        return read;
    }

    /** A subject is a sentence of its own: sentence 0 is in it. */
    private Optional<String> text(Letter letter) {
        try {
            var body = open(letter, letter.body(), "body");
            return letter instanceof Letter.Opened opened && opened.subject() != null
                    ? open(letter, opened.subject(), "subject")
                            .flatMap(subject -> body.map(rest -> Quotes.together(subject, rest)))
                    : body;
        } catch (SealBroken e) {
            LOG.warnf("A text of ticket %s does not open; it is passed over", letter.ticketId());
            return Optional.empty();
        }
    }

    private Optional<String> open(Letter letter, @Nullable Sealed sealed, String field) {
        return sealed == null
                ? Optional.empty()
                : seals.open(
                        sealed, Quotes.place(letter.ticketId(), Objects.requireNonNull(letter.messageId()), field));
    }

    @Override
    public void apply(List<Read> read, InboxTransaction transaction) throws SQLException {
        WordRows.put(transaction.connection(), read, calendar.now().minus(Opening.KEPT));
        var telling = read.stream().filter(one -> !one.found().isEmpty()).toList();
        if (!telling.isEmpty()) {
            journal.tell(
                    telling.stream()
                            .map(one -> new News(
                                    one.letter().ticketId().toString(),
                                    new CuesFound(
                                            one.letter().ticketId(),
                                            Objects.requireNonNull(one.letter().messageId()),
                                            one.found().stream()
                                                    .map(found -> new FoundCue(
                                                            found.cue().code(), found.sentence()))
                                                    .toList(),
                                            one.letter().at())))
                            .toList(),
                    ACTOR,
                    transaction);
        }
    }
}
