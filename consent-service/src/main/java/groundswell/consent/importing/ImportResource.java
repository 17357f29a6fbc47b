package groundswell.consent.importing;

import static groundswell.consent.http.Roles.*;

import groundswell.consent.http.Problem.Fault;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Consent of the past. A row is: source and externalId of the ticket, status, scope, when, how, and until if there is an
 * end. Rows may come before their tickets; the same rows again change nothing.
 */
@Path("/api/consents/import")
@RolesAllowed({INTEGRATOR, LEAD, LEGAL, ADMIN})
@Tag(name = "Import")
public class ImportResource {
    /** What is wrong with one row, counted from 1 without the header line. */
    public record RowFault(int row, String field, String message) {}

    /**
     * @param received rows in this body
     * @param noted of them new here; the others were told before
     * @param waiting of all ever told: the ticket is not known yet; they are applied when it is
     * @param refused of all ever told: an answer of the customer's own outweighs them
     */
    public record Imported(int received, int noted, long waiting, long applied, long refused, List<RowFault> errors) {}

    private static final int SHOWN = 1_000;

    private final ImportedAnswers answers;
    private final WhenTicketIsKnownThenApplyAnswer policy;
    private final Clock clock;

    ImportResource(ImportedAnswers answers, WhenTicketIsKnownThenApplyAnswer policy, Clock clock) {
        this.answers = answers;
        this.policy = policy;
        this.clock = clock;
    }

    @POST
    @Consumes("application/x-ndjson")
    @RunOnVirtualThread
    @Operation(summary = "Import answers, one JSON object a line")
    public Imported lines(@NotNull String body) {
        return take(Rows.lines(body));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Import answers, a JSON array")
    public Imported array(@NotNull String body) {
        return take(Rows.array(body));
    }

    @POST
    @Consumes("text/csv")
    @RunOnVirtualThread
    @Operation(summary = "Import answers, CSV with a header line")
    public Imported csv(@NotNull String body) {
        return take(Rows.csv(body));
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "How far everything told so far has come")
    public Imported progress() {
        var tally = answers.tally();
        return new Imported(0, 0, tally.waiting(), tally.applied(), tally.refused(), List.of());
    }

    private Imported take(List<Rows.Row> rows) {
        var now = clock.instant();
        var told = new ArrayList<ToldAnswer>();
        var faults = new ArrayList<RowFault>();
        for (var row : rows) {
            var reader = new RowReader(row, now);
            var answer = reader.read();
            if (answer != null) {
                told.add(answer);
            }
            for (Fault fault : reader.faults()) {
                faults.add(new RowFault(row.number(), fault.field(), fault.message()));
            }
        }
        int noted = told.isEmpty() ? 0 : answers.note(told, now);
        policy.applyAll();
        var tally = answers.tally();
        return new Imported(
                rows.size(),
                noted,
                tally.waiting(),
                tally.applied(),
                tally.refused(),
                faults.stream().limit(SHOWN).toList());
    }
}
