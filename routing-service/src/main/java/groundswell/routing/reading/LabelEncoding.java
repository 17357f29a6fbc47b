package groundswell.routing.reading;

import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.Submission;
import groundswell.journal.inbox.OwnTransaction;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectErased;
import groundswell.language.Embedder;
import groundswell.language.EncodedText;
import groundswell.routing.Label;
import groundswell.routing.Labels;
import groundswell.routing.LearningEvent.LabelLearnt;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.Theme;
import groundswell.routing.TicketTexts;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts labels on the ledger, with what a model sees of the ticket's text, sealed. */
@Singleton
class LabelEncoding {
    private static final Duration TAXONOMY_SPREADS = Duration.ofSeconds(5);

    private final DataSource database;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final LabelQueue queue;
    private final TicketTexts texts;
    private final Seals seals;
    private final TaxonomyBook taxonomy;
    private final PresentModel present;
    private final Clock clock;

    LabelEncoding(
            DataSource database,
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            LabelQueue queue,
            TicketTexts texts,
            Seals seals,
            TaxonomyBook taxonomy,
            PresentModel present,
            Clock clock) {
        this.database = database;
        this.journal = journal;
        this.queue = queue;
        this.texts = texts;
        this.seals = seals;
        this.taxonomy = taxonomy;
        this.present = present;
        this.clock = clock;
    }

    /** Whether labels wait that name a theme. */
    boolean namedWait() throws SQLException {
        return queue.namedWait();
    }

    /** One that names a theme: no model is asked which it means. */
    boolean encodeNamed(Embedder embedder) throws SQLException {
        return encode(queue.claim(true), embedder);
    }

    /** False where no label waits, or others have claimed all of them. */
    boolean encodeOne(Embedder embedder) throws SQLException {
        return encode(queue.claim(false), embedder);
    }

    private boolean encode(Optional<LabelQueue.Claimed> claimed, Embedder embedder) throws SQLException {
        if (claimed.isEmpty()) return false;
        if (namesUnknownTheme(claimed.get()))
            return true; // as below; by then we know the taxonomy that it was given under
        try {
            put(claimed.get(), encoded(claimed.get().label(), embedder).orElse(null));
        } catch (KeyNotYetKnown e) {
            return true; // it is claimed again when its claim has run out
        }
        return true;
    }

    private Optional<LabelLearnt> encoded(Label label, Embedder embedder) {
        return texts.of(label.ticketId()).flatMap(words -> {
            var text = EncodedText.of(LanguageReader.start(words.text()), embedder);
            return theme(label, text).flatMap(theme -> {
                try {
                    var box = seals.seal(
                            words.requesterId(),
                            Label.place(label.ticketId()),
                            Base64.getEncoder().encodeToString(text.toBytes()));
                    return Optional.of(new LabelLearnt(
                            label.ticketId(),
                            label.verdict(),
                            label.team(),
                            theme,
                            box,
                            embedder.model(),
                            clock.instant()));
                } catch (SubjectErased e) {
                    return Optional.empty();
                }
            });
        });
    }

    /** Another replica may have adopted the theme a moment ago. */
    private boolean namesUnknownTheme(LabelQueue.Claimed claimed) {
        var theme = claimed.label().theme();
        return theme != null
                && taxonomy.now().theme(theme).isEmpty()
                && clock.instant().isBefore(claimed.queuedAt().toInstant().plus(TAXONOMY_SPREADS));
    }

    /**
     * The theme that was named, unless it was split since: nobody has said which part is meant. Else the likeliest of the
     * team's; a team without themes can't be learnt.
     */
    private Optional<String> theme(Label label, EncodedText text) {
        return label.theme() == null
                ? present.get().classifier().likeliest(label.team(), text)
                : taxonomy.now().theme(label.theme()).map(Theme::code);
    }

    /** Slot before row: whoever adds a label holds its ticket's slot. */
    private void put(LabelQueue.Claimed claimed, @Nullable LabelLearnt learnt) throws SQLException {
        OwnTransaction.run(database, transaction -> {
            if (learnt != null) {
                var submission = Submission.<RoutingEvent>of(
                        Labels.LEDGER, learnt, claimed.label().cause());
                for (var outcome : journal.handle(java.util.List.of(submission), transaction)) {
                    if (outcome instanceof Outcome.Refused<?>(var reason)) throw reason;
                }
            }
            if (!queue.take(claimed, transaction.connection())) throw new SQLException("Another label came", "40001");
            return claimed;
        });
    }
}
