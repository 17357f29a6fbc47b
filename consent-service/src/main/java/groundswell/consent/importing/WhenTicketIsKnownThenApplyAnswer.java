package groundswell.consent.importing;

import groundswell.consent.ConsentCommand.ImportConsent;
import groundswell.consent.ConsentRefused;
import groundswell.consent.importing.ImportedAnswers.Ready;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.journal.Rounds;
import groundswell.journal.Cause;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Policy: a noted answer is applied once its ticket is known, whichever came first. It looks instead of being told, so no
 * interleaving of import and events can lose a row; applying one twice changes nothing, so replicas need no agreement.
 */
@ApplicationScoped
class WhenTicketIsKnownThenApplyAnswer {
    private static final Logger LOG = Logger.getLogger(WhenTicketIsKnownThenApplyAnswer.class);
    private static final int AT_ONCE = 256;

    private final ImportedAnswers answers;
    private final ConsentJournal consents;
    private final Rounds rounds;

    WhenTicketIsKnownThenApplyAnswer(ImportedAnswers answers, ConsentJournal consents, Rounds rounds) {
        this.answers = answers;
        this.consents = consents;
        this.rounds = rounds;
    }

    @Scheduled(
            every = "${groundswell.consent.import-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        applyAll();
    }

    /** Everything that can be applied now; together, so that the journal commits them in groups. */
    void applyAll() {
        var progress = true;
        while (progress) {
            var settled = new AtomicInteger();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var ready : answers.ready(AT_ONCE)) {
                    threads.execute(() -> settled.addAndGet(apply(ready) ? 1 : 0));
                }
            }
            progress = settled.get() > 0; // what did not go now goes at the next run
        }
    }

    /** Whether this row is settled. It speaks of the ticket's latest request, or of one that we never heard of. */
    private boolean apply(Ready ready) {
        try {
            var requestId = ConsentJournal.requestId(ready.ticketId(), rounds.latest(ready.ticketId()));
            consents.handle(
                    requestId,
                    command(requestId, ready),
                    Cause.of("policy:consent-import", UUID.randomUUID().toString()));
            answers.done(ready.id(), null);
            return true;
        } catch (ConsentRefused e) {
            answers.done(ready.id(), e.reason().name().toLowerCase(Locale.ROOT));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The imported answer %d waits: %s", ready.id(), e.getClass().getSimpleName());
            return false;
        }
    }

    private static ImportConsent command(UUID requestId, Ready ready) {
        var told = ready.answer();
        return new ImportConsent(
                requestId,
                ready.ticketId(),
                ready.requesterId(),
                told.answer(),
                told.scopes(),
                told.how(),
                "en",
                told.until(),
                told.at());
    }
}
