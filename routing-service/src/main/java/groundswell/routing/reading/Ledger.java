package groundswell.routing.reading;

import groundswell.journal.Cause;
import groundswell.journal.Head;
import groundswell.journal.Journal;
import groundswell.journal.Recorded;
import groundswell.journal.Submission;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Seals;
import groundswell.language.EncodedText;
import groundswell.routing.Label;
import groundswell.routing.Labels;
import groundswell.routing.LearningEvent.LabelLearnt;
import groundswell.routing.LearningEvent.ModelAdopted;
import groundswell.routing.LearningEvent.ModelRefused;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The stream of labels and models. */
@Singleton
class Ledger {
    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final Cause LEARNING = Cause.of("system:routing-service", Labels.LEDGER);

    /** A label whose text may still be used; {@code version} is the ledger's when it came. */
    record Entry(long version, LabelLearnt label, EncodedText text) {}

    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Seals seals;

    Ledger(Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Seals seals) {
        this.journal = journal;
        this.seals = seals;
    }

    long version() {
        return journal.head(Labels.LEDGER).map(Head::version).orElse(0L);
    }

    Optional<ModelAdopted> adopted() {
        return journal.head(Labels.LEDGER).map(head -> head.state().adopted());
    }

    /** The ledger's version up to which a model was adopted or refused. */
    long judgedUpTo() {
        return journal.head(Labels.LEDGER)
                .map(head -> head.state().judgedUpTo())
                .orElse(0L);
    }

    /** Every model that was adopted or refused, newest first. */
    List<RoutingEvent> models() {
        var models = new ArrayList<RoutingEvent>();
        for (var recorded : journal.read(Labels.LEDGER)) {
            if (recorded.event() instanceof ModelAdopted || recorded.event() instanceof ModelRefused)
                models.addFirst(recorded.event());
        }
        return models;
    }

    /**
     * Each ticket's latest label up to a version, in the order in which they came. Those of erased customers are gone, and
     * those that another embedding model encoded can't be used.
     */
    List<Entry> labels(long upTo, String encoder) {
        var latest = new LinkedHashMap<UUID, Recorded<RoutingEvent>>();
        for (var recorded : journal.read(Labels.LEDGER)) {
            if (recorded.version() <= upTo && recorded.event() instanceof LabelLearnt label) {
                latest.remove(label.ticketId());
                latest.put(label.ticketId(), recorded);
            }
        }
        var entries = new ArrayList<Entry>();
        for (var recorded : latest.values()) {
            if (recorded.event() instanceof LabelLearnt label && label.encoder().equals(encoder)) {
                open(label).ifPresent(text -> entries.add(new Entry(recorded.version(), label, text)));
            }
        }
        return entries;
    }

    void append(RoutingEvent model) {
        journal.handle(Submission.of(Labels.LEDGER, model, LEARNING));
    }

    private Optional<EncodedText> open(LabelLearnt label) {
        try {
            return seals.open(label.text(), Label.place(label.ticketId()))
                    .map(text -> EncodedText.fromBytes(Base64.getDecoder().decode(text)));
        } catch (SealBroken | IllegalArgumentException e) {
            LOG.errorf("The label of ticket %s does not open; no model learns from it", label.ticketId());
            return Optional.empty();
        }
    }
}
