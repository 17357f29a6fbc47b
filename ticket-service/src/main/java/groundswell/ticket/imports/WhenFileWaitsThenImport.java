package groundswell.ticket.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.Cause;
import groundswell.journal.JournalRefused;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.KeysAway;
import groundswell.ticket.http.Refused;
import groundswell.ticket.imports.ImportJobs.Batch;
import groundswell.ticket.imports.ImportJobs.Job;
import groundswell.ticket.imports.RowReader.Faulty;
import groundswell.ticket.imports.RowReader.Good;
import groundswell.ticket.imports.RowReader.Result;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Policy: a received file is imported in the background, batch by batch. After a crash, here or in another replica, it
 * goes on behind the last batch that was counted; rows of a batch that got in uncounted are found to exist already.
 */
@ApplicationScoped
public class WhenFileWaitsThenImport {
    private static final Logger LOG = Logger.getLogger(WhenFileWaitsThenImport.class);

    private final ImportJobs jobs;
    private final Spool spool;
    private final RowReader reader;
    private final TakeOver takeOver;
    private final ObjectMapper json;
    private volatile boolean stopping;

    WhenFileWaitsThenImport(ImportJobs jobs, Spool spool, RowReader reader, TakeOver takeOver, ObjectMapper json) {
        this.jobs = jobs;
        this.spool = spool;
        this.reader = reader;
        this.takeOver = takeOver;
        this.json = json;
    }

    @Scheduled(
            every = "${groundswell.ticket.import-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        jobs.claim().ifPresent(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1h", delayed = "1m")
    @RunOnVirtualThread
    void dropBroken() {
        jobs.dropBroken();
    }

    private void run(Job job) {
        try (var rows = rows(job)) {
            for (long skipped = 0; skipped < job.rowsRead(); skipped++) {
                rows.next();
            }
            if (importAll(job, rows)) {
                jobs.finish(job.id(), null);
                LOG.infof("Import %s is finished", job.id());
            }
        } catch (JournalRefused | KeysAway | KeyNotYetKnown away) {
            LOG.warnf("Import %s waits: the journal is busy", job.id());
            jobs.release(job.id());
        } catch (Refused refused) {
            var faults = refused.problem().errors();
            jobs.finish(
                    job.id(),
                    faults == null
                            ? refused.problem().detail()
                            : faults.getFirst().field() + " "
                                    + faults.getFirst().message());
        } catch (JsonProcessingException unreadable) {
            var where = unreadable.getLocation();
            jobs.finish(
                    job.id(),
                    "The file cannot be read as %s from line %s on: correct it and send it again"
                            .formatted(job.format(), where == null ? "?" : String.valueOf(where.getLineNr())));
        } catch (IOException e) {
            LOG.errorf("Import %s failed: %s", job.id(), e.getClass().getName());
            jobs.finish(job.id(), "The file cannot be read: send it again");
        } catch (RuntimeException fault) {
            if (stopping) {
                throw fault; // whoever takes it up next goes on
            }
            Unforeseen.log("Import " + job.id() + " failed unforeseen", fault);
            jobs.finish(
                    job.id(),
                    "It stopped at a fault in this service, which is logged. Once that is mended send the file again:"
                            + " what has come in stays as it is");
        }
    }

    private Rows rows(Job job) throws IOException {
        return job.format().equals("csv")
                ? new Rows.Csv(spool.open(job.id()), Mapping.read(Objects.requireNonNull(job.mapping())))
                : new Rows.NdJson(spool.open(job.id()), json);
    }

    /** False when another server has taken over. */
    private boolean importAll(Job job, Rows rows) throws IOException {
        var cause = Cause.of("system:" + job.client(), job.id().toString());
        long number = job.rowsRead();
        for (var batch = rows.batch(); !batch.isEmpty(); batch = rows.batch()) {
            var results = new ArrayList<Result>(batch.size());
            for (var row : batch) {
                results.add(reader.read(++number, row));
            }
            if (!jobs.advance(job.id(), work(job, results, cause))) {
                return false;
            }
        }
        return true;
    }

    private Batch work(Job job, List<Result> results, Cause cause) {
        var good = new ArrayList<Good>();
        var errors = new ArrayList<ImportError>();
        long refused = 0;
        for (var result : results) {
            switch (result) {
                case Good row -> good.add(row);
                case Faulty row -> {
                    refused++;
                    errors.addAll(row.errors());
                }
            }
        }
        if (job.dryRun()) {
            return new Batch(results.size(), good.size(), 0, refused, errors);
        }
        long opened = 0;
        long existing = 0;
        for (var taken : takeOver.take(good, cause)) {
            switch (taken) {
                case TakeOver.Opened _ -> opened++;
                case TakeOver.Existing _ -> existing++;
                case TakeOver.Faulty row -> {
                    refused++;
                    errors.addAll(row.errors());
                }
            }
        }
        return new Batch(results.size(), opened, existing, refused, errors);
    }
}
