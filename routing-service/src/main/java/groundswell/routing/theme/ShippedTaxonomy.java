package groundswell.routing.theme;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Submission;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.Taxonomy;
import groundswell.routing.Teams;
import groundswell.routing.setup.Shipped;
import groundswell.routing.setup.ShippedVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.stream.IntStream;

/** The taxonomy: the one shipped until somebody changes it. Every version is published once. */
public class ShippedTaxonomy {
    @Produces
    @Singleton
    Taxonomy taxonomy(Shipped shipped, Teams teams) {
        var file = shipped.read("taxonomy.yaml", Taxonomy.class);
        for (var theme : file.themes()) {
            if (teams.team(theme.team()).isEmpty())
                throw new IllegalStateException("Theme " + theme.code() + " names no team: " + theme.team());
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            if (ShippedVersion.of("taxonomy") < file.version()) {
                ThemeRow.deleteAll();
                IntStream.range(0, file.themes().size())
                        .mapToObj(i -> new ThemeRow(i, file.themes().get(i)))
                        .forEach(row -> row.persist());
                UnclearText.deleteAll();
                IntStream.range(0, file.unclear().size())
                        .mapToObj(i -> new UnclearText(i, file.unclear().get(i)))
                        .forEach(row -> row.persist());
                ShippedVersion.store("taxonomy", file.version());
            }
            return new Taxonomy(ShippedVersion.of("taxonomy"), ThemeRow.inOrder(), UnclearText.inOrder());
        });
    }

    /** Once the journal runs. */
    void publish(
            @Observes @Priority(300) StartupEvent event,
            Taxonomy taxonomy,
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            Clock clock) {
        journal.handle(Submission.of(
                Taxonomy.STREAM,
                taxonomy.published(clock.instant()),
                Cause.of("system:routing-service", Taxonomy.STREAM + "@" + taxonomy.version())));
    }
}
