package groundswell.routing.rule;

import groundswell.routing.Condition;
import groundswell.routing.Edition.RulesPublished;
import groundswell.routing.Rule;
import groundswell.routing.Rules;
import groundswell.routing.Teams;
import groundswell.routing.http.Caller;
import groundswell.routing.http.OneLine;
import groundswell.routing.http.Refused;
import groundswell.routing.journal.Editions.Published;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The rules, in the order in which they are tried; a change is a new version of them all. */
@Path("/api/routing/rules")
public class RulesResource {
    public record RulesView(int version, List<RuleView> items) {
        static RulesView of(Rules rules) {
            return new RulesView(
                    rules.version(),
                    rules.inOrder().stream()
                            .map(rule -> new RuleView(rule.id(), rule.name(), rule.when(), rule.team()))
                            .toList());
        }
    }

    /** {@code when}: every part must hold, an empty one always does; one of the values listed in a part is enough. */
    public record RuleView(String id, String name, Condition when, String team) {}

    /** @param note why, for whoever reads the history */
    public record Change(
            @NotNull @Size(max = RuleInput.MOST) List<@NotNull @Valid RuleInput> items,
            @Nullable @OneLine @Size(max = 500) String note) {}

    /** @param text to try them on, such as a customer's own */
    public record Proposal(
            @NotNull @Size(max = RuleInput.MOST) List<@NotNull @Valid RuleInput> items,
            @Nullable @Size(max = 100_000) String text) {}

    private final StoredRules book;
    private final LastWeek lastWeek;
    private final Teams teams;
    private final Caller caller;

    RulesResource(StoredRules book, LastWeek lastWeek, Teams teams, Caller caller) {
        this.book = book;
        this.lastWeek = lastWeek;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(summary = "The rules in force; the first that matches decides")
    public Response rules() {
        return answer(book.now());
    }

    @PUT
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Put other rules in force",
            description = "All of them, in order. Tickets that were decided stay where they are.")
    @APIResponse(responseCode = "412", description = "The rules have changed since If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing: the version that is changed")
    public Response change(@NotNull @Valid Change change) {
        int expected = caller.expectedVersion();
        return answer(book.change(RuleInput.rules(change.items(), teams), change.note(), expected, caller.cause()));
    }

    @POST
    @Path("/trial")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "What these rules would have done with last week's tickets, and would do with a text",
            description = "Stores nothing. Both versions are asked for each ticket as it was opened.")
    public Effect trial(@NotNull @Valid Proposal proposal) {
        var now = book.now();
        return lastWeek.of(
                now, new Rules(now.version() + 1, RuleInput.rules(proposal.items(), teams)), proposal.text());
    }

    @GET
    @Path("/versions")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Who changed what, newest first")
    public List<RuleChange> versions() {
        return changes(book.history());
    }

    @GET
    @Path("/versions/{version}")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "The rules as they were")
    @APIResponse(responseCode = "404", description = "No such version")
    public RulesView version(int version) {
        var rules = book.at(version);
        if (rules.version() != version) throw Refused.noSuchVersion();
        return RulesView.of(rules);
    }

    static List<RuleChange> changes(List<Published<RulesPublished>> history) {
        var changes = new ArrayList<RuleChange>();
        List<Rule> before = List.of();
        for (var published : history) {
            var e = published.edition();
            changes.addFirst(RuleChange.between(before, e.rules(), e.version(), e.at(), published.by(), e.note()));
            before = e.rules();
        }
        return changes;
    }

    private static Response answer(Rules rules) {
        return Response.ok(RulesView.of(rules))
                .tag(Integer.toString(rules.version()))
                .build();
    }
}
