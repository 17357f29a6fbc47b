package groundswell.routing.reading;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down where the themes could not be learnt: tickets would get neither a team nor a place in triage, and nobody would know. */
@Readiness
@Singleton
class ReadingReadiness implements HealthCheck {
    private final PresentModel model;

    ReadingReadiness(PresentModel model) {
        this.model = model;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("reading");
        return model.failed()
                ? response.down()
                        .withData(
                                "reason",
                                "The themes could not be learnt, so no text is read; the log says why. Correct taxonomy.yaml"
                                        + " or the memory limit and start again, or set groundswell.routing.language=off.")
                        .build()
                : response.up().build();
    }
}
