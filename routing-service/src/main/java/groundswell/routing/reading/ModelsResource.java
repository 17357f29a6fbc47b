package groundswell.routing.reading;

import groundswell.routing.LearningEvent.Comparison;
import groundswell.routing.LearningEvent.ModelAdopted;
import groundswell.routing.LearningEvent.ModelRefused;
import groundswell.routing.RoutingEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The models that have read texts, and those that were not let to. */
@Path("/api/routing/models")
public class ModelsResource {
    /**
     * @param adopted false where it would have done worse than the one before
     * @param model its name, as decisions give it; null where it was refused
     * @param hash SHA-256 of everything it has learnt
     * @param ledgerVersion up to which it has learnt; {@code labels} how many labels these were
     * @param comparison of the ledger's latest labels, how many each gives the right team; null for the first of a taxonomy
     */
    public record ModelView(
            boolean adopted,
            @Nullable String model,
            @Nullable String hash,
            long ledgerVersion,
            int taxonomyVersion,
            int labels,
            @Nullable Comparison comparison,
            Instant at) {}

    /** @param ledgerVersion of today: how many labels and models have been recorded */
    public record ModelsView(long ledgerVersion, List<ModelView> items) {}

    private final Ledger ledger;

    ModelsResource(Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "What reads texts and what it has learnt from, newest first")
    public ModelsView models() {
        return new ModelsView(
                ledger.version(),
                ledger.models().stream().flatMap(ModelsResource::view).toList());
    }

    private static Stream<ModelView> view(RoutingEvent event) {
        if (event instanceof ModelAdopted e)
            return Stream.of(new ModelView(
                    true,
                    e.model(),
                    e.hash(),
                    e.ledgerVersion(),
                    e.taxonomyVersion(),
                    e.labels(),
                    e.comparison(),
                    e.at()));
        if (event instanceof ModelRefused e)
            return Stream.of(new ModelView(
                    false, null, null, e.ledgerVersion(), e.taxonomyVersion(), e.labels(), e.comparison(), e.at()));
        return Stream.empty();
    }
}
