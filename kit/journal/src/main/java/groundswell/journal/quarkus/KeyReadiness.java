package groundswell.journal.quarkus;

import groundswell.journal.seal.KeyHealth;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready unless keys and erasures have stopped for good or fail. A broker or database that is away is told here and does
 * not make the service unready: what needs a key waits for it.
 */
@Readiness
@ApplicationScoped
class KeyReadiness implements HealthCheck {
    private final SealBeans seals;

    KeyReadiness(SealBeans seals) {
        this.seals = seals;
    }

    @Override
    public HealthCheckResponse call() {
        return response(seals.health());
    }

    static HealthCheckResponse response(Map<String, KeyHealth> threads) {
        var response = HealthCheckResponse.named("keys");
        var up = true;
        for (var thread : threads.entrySet()) {
            var health = thread.getValue();
            response.withData(thread.getKey(), health.state().name());
            health.problem().ifPresent(problem -> response.withData(thread.getKey() + "-problem", problem));
            up &= switch (health.state()) {
                case STARTING, RUNNING, AWAY -> true;
                case FAILING, WRONG_SETUP, DEAD -> false;
            };
        }
        return response.status(up).build();
    }
}
