package groundswell.ticket.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an import has come. */
@Schema(name = "Import")
public record ImportView(
        UUID id,

        @Schema(enumeration = {"receiving", "waiting", "running", "finished", "failed"})
        String state,

        @Schema(enumeration = {"ndjson", "csv"}) String format,
        boolean dryRun,

        @Nullable @Schema(description = "Why it failed, and what to do")
        String failure,

        long bytes,
        Rows rows,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Schema(description = "The first 200 faults") List<ImportError> errors) {
    /**
     * @param opened tickets that came in; in a dry run those that would
     * @param existing rows whose source and externalId are tickets already
     * @param refused rows with faults: correct them and send the file again
     */
    @Schema(name = "ImportRows")
    public record Rows(long read, long opened, long existing, long refused) {}
}
