package groundswell.routing.rule;

import groundswell.routing.Condition;
import groundswell.routing.Rules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The rules in force, in the order in which they are tried. */
@Path("/api/routing/rules")
public class RulesResource {
    public record RulesView(int version, List<RuleView> items) {}

    /** {@code when}: every part must hold, an empty one always does; one of the values listed in a part is enough. */
    public record RuleView(String id, String name, Condition when, String team) {}

    private final Rules rules;

    RulesResource(Rules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(summary = "The rules in force; the first that matches decides")
    public RulesView rules() {
        return new RulesView(
                rules.version(),
                rules.inOrder().stream()
                        .map(rule -> new RuleView(rule.id(), rule.name(), rule.when(), rule.team()))
                        .toList());
    }
}
