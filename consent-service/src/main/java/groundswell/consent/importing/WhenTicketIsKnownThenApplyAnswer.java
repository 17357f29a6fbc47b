package groundswell.consent.importing;

import groundswell.consent.ConsentCommand.ImportConsent;
import groundswell.consent.ConsentRefused;
import groundswell.consent.importing.ImportedAnswers.Ready;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.journal.Rounds;
import groundswell.journal.Cause;
import groundswell.journal.JournalRefused;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
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
    private final Clock clock;

    WhenTicketIsKnownThenApplyAnswer(ImportedAnswers answers, ConsentJournal consents, Rounds rounds, Clock clock) {
        this.answers = answers;
        this.consents = consents;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Scheduled(
            every = "${groundswell.consent.import-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        applyAll();
    }

    /** Everything that can be applied now; together, so that the journal commits them in groups. */
    void applyAll() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ready = answers.ready(AT_ONCE); !ready.isEmpty(); ready = answers.ready(AT_ONCE)) {
                var tasks = ready.stream()
                        .map(one -> threads.submit(() -> apply(one)))
                        .toList();
                for (var task : tasks) {
                    task.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            LOG.warnf(
                    "Imported answers wait: %s",
                    e.getCause() == null ? e.getClass() : e.getCause().getClass());
        }
    }

    private void apply(Ready ready) {
        var told = ready.answer();
        var requestId = ConsentJournal.requestId(ready.ticketId(), rounds.next(ready.ticketId(), clock.instant()));
        try {
            consents.handle(
                    requestId,
                    new ImportConsent(
                            requestId,
                            ready.ticketId(),
                            ready.requesterId(),
                            told.answer(),
                            told.scopes(),
                            told.how(),
                            "en",
                            told.until(),
                            told.at()),
                    Cause.of("policy:consent-import", UUID.randomUUID().toString()));
            answers.done(ready.id(), null);
        } catch (ConsentRefused e) {
            answers.done(ready.id(), e.reason().name().toLowerCase(java.util.Locale.ROOT));
        } catch (JournalRefused e) {
            if (e.reason() != JournalRefused.Reason.BUSY) {
                throw e;
            }
        }
    }
}
