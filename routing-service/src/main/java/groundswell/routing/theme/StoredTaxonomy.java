package groundswell.routing.theme;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.SqlFailure;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import groundswell.routing.Edition.TaxonomyPublished;
import groundswell.routing.Edition.ThemeEntry;
import groundswell.routing.Rereading;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.Taxonomy;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.Teams;
import groundswell.routing.journal.Editions;
import groundswell.routing.journal.Editions.Change;
import groundswell.routing.journal.Editions.Published;
import groundswell.routing.setup.Shipped;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The taxonomy, of which every change is a version; the first has the number of the shipped file. */
@Singleton
public class StoredTaxonomy implements TaxonomyBook {
    private final Editions<TaxonomyPublished, Taxonomy> editions;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final DataSource database;
    private final Rereading rereading;
    private final Teams teams;
    private final Clock clock;

    StoredTaxonomy(
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            DataSource database,
            Rereading rereading,
            Shipped shipped,
            Teams teams,
            Clock clock) {
        this.journal = journal;
        this.database = database;
        this.rereading = rereading;
        this.teams = teams;
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
        var change = new Change<TaxonomyPublished, Taxonomy>(_ -> next.published(0, note, clock.instant()), cause);
        try {
            OwnTransaction.run(database, transaction -> {
                rereading.queue(next, transaction);
                for (var outcome :
                        journal.handle(editions.following(List.of(change)).submissions(), transaction)) {
                    if (outcome instanceof Outcome.Refused<?>(var reason)) throw reason;
                }
                transaction.afterCommit(editions::changed);
                return next;
            });
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The taxonomy could not be changed");
        }
    }

    @Override
    public Adopting adopting(List<Adoption> adoptions, InboxTransaction transaction) throws SQLException {
        var codes = history().stream()
                .flatMap(published -> published.edition().themes().stream())
                .map(ThemeEntry::code)
                .collect(Collectors.toCollection(HashSet::new));
        var changes = new ArrayList<Change<TaxonomyPublished, Taxonomy>>();
        for (var adoption : adoptions) {
            if (codes.add(adoption.theme().code())) {
                changes.add(new Change<>(
                        before -> Changed.with(before, adoption.theme(), teams).published(0, null, clock.instant()),
                        adoption.cause()));
            }
        }
        var following = editions.following(changes);
        if (!changes.isEmpty()) {
            rereading.queue(following.meaning(), transaction);
            transaction.afterCommit(editions::changed);
        }
        return new Adopting(following.meaning(), following.submissions());
    }
}
