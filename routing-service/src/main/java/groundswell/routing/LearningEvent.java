package groundswell.routing;

import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact about what routing has learnt from people, recorded on the stream {@value Labels#LEDGER}. */
public sealed interface LearningEvent extends RoutingEvent {
    /**
     * A ticket whose team a person confirmed or corrected: what the next model learns from. Recorded on the stream
     * {@value Labels#LEDGER}, whose version every model names.
     *
     * @param theme what it is about; the likeliest of the team's themes where the person named only the team
     * @param text what a model sees of the ticket's text, in Base64, sealed for the requester at {@link Label#place}
     * @param encoder what embedded it, such as {@code bge-small-q}; a model of another one does not learn from it
     */
    record LabelLearnt(
            UUID ticketId, Verdict verdict, String team, String theme, Sealed text, String encoder, Instant at)
            implements LearningEvent {}

    /**
     * The model that reads from now on.
     *
     * @param ledgerVersion the ledger up to which it has learnt
     * @param labels how many labels of the ledger that were
     * @param model its name, as decisions give it
     * @param hash SHA-256 of everything it has learnt: whoever learns the same again must come to the same
     * @param comparison with the model before; null for the first, and for one of another taxonomy
     */
    record ModelAdopted(
            long ledgerVersion,
            int taxonomyVersion,
            int labels,
            String model,
            String hash,
            @Nullable Comparison comparison,
            Instant at)
            implements LearningEvent {}

    /** A model that had learnt more and would have done worse: the one before goes on. */
    record ModelRefused(long ledgerVersion, int taxonomyVersion, int labels, Comparison comparison, Instant at)
            implements LearningEvent {}

    /** How many of the ledger's latest {@code labels} each model gives the right team, none having learnt from them. */
    record Comparison(int labels, int rightBefore, int rightAfter) {}

    /** What a person's act says of what routing had thought. */
    enum Verdict {
        ACCEPTED,
        CORRECTED;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
