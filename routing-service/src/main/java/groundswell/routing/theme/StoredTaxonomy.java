package groundswell.routing.theme;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.routing.Edition.TaxonomyPublished;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.Taxonomy;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.Teams;
import groundswell.routing.journal.Editions;
import groundswell.routing.journal.Editions.Published;
import groundswell.routing.setup.Shipped;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The taxonomy, of which every change is a version; the first has the number of the shipped file. */
@Singleton
public class StoredTaxonomy implements TaxonomyBook {
    private final Editions<TaxonomyPublished, Taxonomy> editions;
    private final Clock clock;

    StoredTaxonomy(
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Shipped shipped, Teams teams, Clock clock) {
        this.clock = clock;
        var file = shipped.read("taxonomy.yaml", Taxonomy.class);
        for (var theme : file.themes()) {
            if (teams.team(theme.team()).isEmpty())
                throw new IllegalStateException("Theme " + theme.code() + " names no team: " + theme.team());
        }
        editions = new Editions<>(
                journal,
                Taxonomy.STREAM,
                TaxonomyPublished.class,
                version -> new Taxonomy(
                                Math.max(file.version(), version), file.themes(), file.unclear(), file.replaced())
                        .published(file.version(), null, clock.instant()),
                e -> e.shipped() > 0 || e.byPeople() ? Taxonomy.of(e) : file);
    }

    /** Once the journal runs. */
    void publish(@Observes @Priority(300) StartupEvent event) {
        editions.ship();
    }

    @Override
    public Taxonomy now() {
        return editions.now();
    }

    /** Every version with who made it, oldest first. */
    List<Published<TaxonomyPublished>> history() {
        return editions.history();
    }

    /**
     * @param next whose version follows the one that was changed
     * @throws groundswell.journal.JournalRefused where there is a newer one
     */
    void change(Taxonomy next, @Nullable String note, Cause cause) {
        editions.change(next.published(0, note, clock.instant()), cause);
    }
}
