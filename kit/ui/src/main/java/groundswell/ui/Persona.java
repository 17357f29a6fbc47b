package groundswell.ui;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, as its corner shows it: {@code {inject:persona.name}}. The token's name, else its subject. */
@Named
@RequestScoped
public class Persona {
    private final SecurityIdentity identity;

    Persona(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String name() {
        if (identity.isAnonymous()) {
            return "Guest";
        }
        var principal = identity.getPrincipal();
        @Nullable String name = principal instanceof JsonWebToken token ? token.getClaim("name") : null;
        return name != null ? name : principal.getName();
    }

    public String role() {
        return identity.getRoles().stream().sorted().findFirst().map(Ui::words).orElse("Not logged in");
    }

    /** Whether one of these roles, set apart by spaces, is theirs: a page that answers 403 is not offered. */
    public boolean isOneOf(String roles) {
        return Arrays.stream(roles.split(" ")).anyMatch(identity::hasRole);
    }

    public String initials() {
        return Ui.initials(name());
    }
}
