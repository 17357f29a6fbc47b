package groundswell.consent.http;

import groundswell.journal.Cause;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person or system behind a request. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public UUID id() {
        var subject = identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        }
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** One wish of this caller; everything that follows from it carries the same correlation. */
    public Cause cause() {
        return Cause.of(
                (has(Roles.INTEGRATOR) ? "system:" : "person:") + id(),
                UUID.randomUUID().toString());
    }
}
