package groundswell.journal.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready: a consumer that waits is told here, and goes on by itself. */
@Readiness
@ApplicationScoped
class InboxReadiness implements HealthCheck {
    private final Inboxes inboxes;

    InboxReadiness(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("inboxes").up();
        inboxes.all()
                .forEach((name, inbox) -> response.withData(
                        name,
                        inbox.waiting()
                                .map(Object::toString)
                                .orElse(inbox.openGaps() == 0 ? "running" : "waits for a missing position")));
        return response.build();
    }
}
