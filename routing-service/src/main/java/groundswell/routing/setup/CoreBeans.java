package groundswell.routing.setup;

import groundswell.routing.Explanation;
import groundswell.routing.PolicyInForce;
import groundswell.routing.RoutingPolicy;
import groundswell.routing.RuleBook;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.Teams;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The pure core as beans. */
public class CoreBeans {
    @Produces
    @Singleton
    PolicyInForce policy(RuleBook rules, RoutingConfig config) {
        return () -> new RoutingPolicy(rules.now(), config.floor());
    }

    @Produces
    @Singleton
    Explanation explanation(RuleBook rules, TaxonomyBook taxonomy, Teams teams) {
        return new Explanation(rules, taxonomy, teams);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)); // microseconds, as the database keeps them
    }
}
