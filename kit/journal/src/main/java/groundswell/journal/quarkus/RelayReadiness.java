package groundswell.journal.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready unless the relay can't ever go on by itself. A broker that is away is told here and does not make the service
 * unready: it goes on taking appends.
 */
@Readiness
@ApplicationScoped
class RelayReadiness implements HealthCheck {
    private final Journals journals;

    RelayReadiness(Journals journals) {
        this.journals = journals;
    }

    @Override
    public HealthCheckResponse call() {
        var relay = journals.relay();
        var state = relay.state();
        var response = HealthCheckResponse.named("relay").withData("state", state.name());
        relay.problem().ifPresent(problem -> response.withData("problem", problem));
        boolean up = switch (state) {
            case RUNNING, BROKER_AWAY, DATABASE_AWAY -> true;
            case STARTING, BEHIND_TOPIC, WRONG_SETUP, STOPPED -> false;
        };
        return response.status(up).build();
    }
}
