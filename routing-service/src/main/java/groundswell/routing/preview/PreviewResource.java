package groundswell.routing.preview;

import groundswell.routing.Decision;
import groundswell.routing.Explanation;
import groundswell.routing.LanguageTeller;
import groundswell.routing.PolicyInForce;
import groundswell.routing.Reading;
import groundswell.routing.RoutingEvent.Alternative;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Example;
import groundswell.routing.RoutingEvent.Lane;
import groundswell.routing.RoutingPolicy;
import groundswell.routing.TextReader;
import groundswell.routing.TicketFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A dry run: what would be decided for these texts. Nothing is stored. */
@Path("/api/routing/preview")
public class PreviewResource {
    /** As many as two cores read in ten seconds. */
    private static final int MOST_TEXTS = 1_000;

    /** Far longer than what is read of a text: nobody has to cut a thread of mails before asking. */
    private static final int LONGEST = 100_000;

    public record Texts(
            @NotNull @Size(min = 1, max = MOST_TEXTS) List<@NotNull @Size(max = LONGEST) String> texts) {}

    /**
     * @param lane {@code team} where it would be assigned, {@code triage} where a person would decide
     * @param team the likeliest, also where it is too weak to assign; null only where there is nothing to read
     * @param confidence of the team, 0 to 1; {@code themeConfidence} that of the theme
     * @param secondary further themes it may touch, likeliest first
     * @param words of the taxonomy's phrasings that speak most for the theme
     * @param model what read the text: embedding, taxonomy and ledger with their versions, and a hash of what was learnt
     * @param explanation the decision in one sentence
     * @param wouldChange what would have changed it, a sentence each
     */
    public record Preview(
            Lane lane,
            @Nullable String team,
            double confidence,
            DecidedBy decidedBy,
            @Nullable String rule,
            @Nullable String theme,
            @Nullable Double themeConfidence,
            List<String> secondary,
            List<Alternative> alternatives,
            List<Example> examples,
            List<String> words,
            String explanation,
            List<String> wouldChange,
            @Nullable String model) {}

    /** Shared by all callers, and two threads wide: a preview may be slow, tickets may not. */
    private static final ExecutorService READERS = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("preview-", 0).daemon().factory());

    private final PolicyInForce policy;
    private final TextReader reader;
    private final LanguageTeller languages;
    private final Explanation explanation;

    PreviewResource(PolicyInForce policy, TextReader reader, LanguageTeller languages, Explanation explanation) {
        this.policy = policy;
        this.reader = reader;
        this.languages = languages;
        this.explanation = explanation;
    }

    @POST
    @RolesAllowed({"agent", "lead", "ops", "product", "admin", "integrator"})
    @RunOnVirtualThread
    @Operation(
            summary = "What would be decided for up to 1,000 texts",
            description = "Answers come in the order of the texts. Stores nothing. Allow 10 ms and more per text.")
    public List<Preview> preview(@NotNull @Valid Texts body) {
        var now = policy.now();
        var asked = body.texts().stream()
                .map(text -> READERS.submit(() -> preview(text, now)))
                .toList();
        try {
            return asked.stream().map(PreviewResource::result).toList();
        } finally {
            asked.forEach(one -> one.cancel(true)); // where one failed, nobody waits for the others
        }
    }

    private Preview preview(String text, RoutingPolicy now) {
        var reading = reader.read(text).orElse(null);
        var facts = TicketFacts.ofText(
                text, now.rules().readText() ? languages.languageOf(text).orElse(null) : null);
        return preview(now.decide(facts, reading), reading);
    }

    private Preview preview(Decision decision, @Nullable Reading reading) {
        return new Preview(
                decision.lane(),
                decision.bestTeam(),
                decision.confidence(),
                decision.decidedBy(),
                decision.rule(),
                reading == null ? null : reading.theme(),
                reading == null ? null : reading.confidence(),
                reading == null ? List.of() : reading.secondary(),
                decision.alternatives(),
                decision.examples(),
                decision.words(),
                explanation.why(decision),
                explanation.wouldChange(decision),
                reading == null ? null : reading.model());
    }

    private static Preview result(Future<Preview> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while texts were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A text could not be read", e);
        }
    }
}
