package groundswell.routing.theme;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Recorded;
import groundswell.journal.Submission;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.TaxonomyPublished;
import groundswell.routing.RoutingState;
import groundswell.routing.Taxonomy;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.Teams;
import groundswell.routing.http.Refused;
import groundswell.routing.journal.Held;
import groundswell.routing.setup.Shipped;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The taxonomy as a stream of versions: the one shipped until somebody changes it. A newer shipped file replaces an older
 * one, and never what people wrote.
 */
@Singleton
public class StoredTaxonomy implements TaxonomyBook {
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Taxonomy shipped;
    private final Clock clock;
    private final Held<Taxonomy> present = new Held<>(this::read);

    StoredTaxonomy(
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Shipped shipped, Teams teams, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.shipped = shipped.read("taxonomy.yaml", Taxonomy.class);
        for (var theme : this.shipped.themes()) {
            if (teams.team(theme.team()).isEmpty())
                throw new IllegalStateException("Theme " + theme.code() + " names no team: " + theme.team());
        }
    }

    /** Once the journal runs. */
    void publish(@Observes @Priority(300) StartupEvent event) {
        var before = published();
        if (before.isPresent() && (before.get().byPeople() || before.get().shipped() >= shipped.version())) return;
        int version = Math.max(
                shipped.version(), before.map(TaxonomyPublished::version).orElse(0) + 1);
        var next = new Taxonomy(version, shipped.themes(), shipped.unclear(), shipped.replaced());
        journal.handle(Submission.of(
                Taxonomy.STREAM,
                next.published(shipped.version(), null, clock.instant()),
                Cause.of("system:routing-service", Taxonomy.STREAM + "@" + version)));
        present.changed();
    }

    @Override
    public Taxonomy now() {
        return present.get();
    }

    private Taxonomy read() {
        return published()
                .filter(e -> e.shipped() > 0 || e.byPeople())
                .map(Taxonomy::of)
                .orElse(shipped);
    }

    /** Every version with who made it, oldest first. */
    List<Recorded<RoutingEvent>> history() {
        return journal.read(Taxonomy.STREAM);
    }

    /**
     * @param next whose version follows the one that was changed
     * @throws groundswell.journal.JournalRefused where there is a newer one
     */
    void change(Taxonomy next, @Nullable String note, Cause cause) {
        var head = journal.head(Taxonomy.STREAM).orElseThrow();
        var before = head.state().taxonomy();
        if (before == null || before.version() + 1 != next.version()) throw Refused.changedMeanwhile();
        journal.handle(Submission.<RoutingEvent>of(Taxonomy.STREAM, next.published(0, note, clock.instant()), cause)
                .expecting(head.version()));
        present.changed();
    }

    private Optional<TaxonomyPublished> published() {
        return journal.head(Taxonomy.STREAM).map(head -> head.state().taxonomy());
    }
}
