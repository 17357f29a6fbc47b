package groundswell.routing.setup;

import groundswell.routing.Explanation;
import groundswell.routing.RoutingPolicy;
import groundswell.routing.Rules;
import groundswell.routing.Taxonomy;
import groundswell.routing.Teams;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The pure core as beans. */
public class CoreBeans {
    @Produces
    @Singleton
    RoutingPolicy policy(Rules rules, RoutingConfig config) {
        return new RoutingPolicy(rules, config.floor());
    }

    @Produces
    @Singleton
    Explanation explanation(Rules rules, Taxonomy taxonomy, Teams teams) {
        return new Explanation(rules, taxonomy, teams);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)); // microseconds, as the database keeps them
    }
}
