package groundswell.routing.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.routing.Explanation;
import groundswell.routing.PeopleNames;
import groundswell.routing.Rule;
import groundswell.routing.Rules;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The rules as a page. Every change is first shown with what it would have done to last week's tickets. */
@Path("/routing/rules")
@Produces(MediaType.TEXT_HTML)
public class RulesPage {
    private static final int SHOWN_CHANGES = 10;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance rules(int version, List<Row> rules, List<Shown> changes, boolean mayChange);

        static native TemplateInstance edit(RuleForm form, int version, List<Team> teams, @Nullable String mistake);

        static native TemplateInstance proposal(String what, String items, int version, Effect effect);
    }

    /** A rule as one line. */
    public record Row(int place, Rule rule, String says, String teamName, boolean first, boolean last) {}

    /** @param who made the change, for people to read */
    public record Shown(RuleChange change, String who) {}

    private final StoredRules book;
    private final LastWeek lastWeek;
    private final Teams teams;
    private final PeopleNames names;
    private final Caller caller;
    private final Validator validator;
    private final ObjectMapper json;

    RulesPage(
            StoredRules book,
            LastWeek lastWeek,
            Teams teams,
            PeopleNames names,
            Caller caller,
            Validator validator,
            ObjectMapper json) {
        this.book = book;
        this.lastWeek = lastWeek;
        this.teams = teams;
        this.names = names;
        this.caller = caller;
        this.validator = validator;
        this.json = json;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance page() {
        var rules = book.now();
        var called = names.known();
        var changes = RulesResource.changes(book.history()).stream()
                .limit(SHOWN_CHANGES)
                .map(change -> new Shown(change, PeopleNames.who(change.by(), called)))
                .toList();
        return Templates.rules(rules.version(), rows(rules), changes, caller.maySetUp());
    }

    @GET
    @Path("/new")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance add() {
        return Templates.edit(RuleForm.empty(), book.now().version(), teams.all(), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance edit(String id) {
        var rules = book.now();
        return Templates.edit(RuleForm.of(known(rules, id)), rules.version(), teams.all(), null);
    }

    /** A rule as it was filled in: shows what it would do. */
    @POST
    @Path("/proposal")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance propose(@BeanParam RuleForm form) {
        var rules = unchanged(form.version);
        try {
            var rule = valid(form.input());
            return proposal(
                    "“%s” as you filled it in".formatted(rule.name()),
                    RuleList.with(rules.inOrder(), rule),
                    rules,
                    form.text);
        } catch (Refused refused) {
            return Templates.edit(form, rules.version(), teams.all(), refused.advice());
        }
    }

    /** A rule up, down or away: shows what that would do. */
    @POST
    @Path("/{id}/proposal")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance propose(
            String id, @NotNull @FormParam("act") String act, @FormParam("version") int version) {
        var rules = unchanged(version);
        var rule = known(rules, id);
        return switch (act) {
            case "up" ->
                proposal(
                        "“%s” one place earlier".formatted(rule.name()),
                        RuleList.up(rules.inOrder(), rule),
                        rules,
                        null);
            case "down" ->
                proposal(
                        "“%s” one place later".formatted(rule.name()),
                        RuleList.down(rules.inOrder(), rule),
                        rules,
                        null);
            case "remove" ->
                proposal("Without “%s”".formatted(rule.name()), RuleList.without(rules.inOrder(), rule), rules, null);
            default -> throw Refused.field("act", "must be up, down or remove");
        };
    }

    @POST
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response put(
            @NotNull @FormParam("items") String items,
            @FormParam("version") int version,
            @Nullable @FormParam("note") String note) {
        var rules = RuleInput.rules(read(items), teams);
        var why = note == null || note.isBlank() ? null : note.strip();
        if (why != null && (why.length() > 500 || why.chars().anyMatch(Character::isISOControl)))
            throw Refused.field("note", "takes one line of up to 500 characters");
        caller.introduce(names);
        book.change(rules, why, version, caller.cause());
        return Response.seeOther(URI.create("/routing/rules")).build();
    }

    private TemplateInstance proposal(String what, List<Rule> next, Rules now, @Nullable String text) {
        var effect = lastWeek.of(now, new Rules(now.version() + 1, next), text);
        return Templates.proposal(what, write(next), now.version(), effect);
    }

    private Rules unchanged(int version) {
        var rules = book.now();
        if (rules.version() != version) throw Refused.changedMeanwhile();
        return rules;
    }

    private Rule valid(RuleInput input) {
        validator.validate(input).stream().findFirst().ifPresent(wrong -> {
            throw Refused.field(wrong.getPropertyPath().toString(), wrong.getMessage());
        });
        return RuleInput.rules(List.of(input), teams).getFirst();
    }

    private static Rule known(Rules rules, String id) {
        return rules.inOrder().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::noSuchRule);
    }

    private List<Row> rows(Rules rules) {
        var inOrder = rules.inOrder();
        return inOrder.stream()
                .map(rule -> {
                    int place = inOrder.indexOf(rule);
                    return new Row(
                            place + 1,
                            rule,
                            Explanation.words(rule.when()),
                            teams.team(rule.team()).map(Team::name).orElse(rule.team()),
                            place == 0,
                            place == inOrder.size() - 1);
                })
                .toList();
    }

    private String write(List<Rule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<RuleInput> read(String items) {
        try {
            var rules = json.readValue(items, new TypeReference<List<RuleInput>>() {});
            if (rules.size() > RuleInput.MOST) throw Refused.field("items", "takes up to " + RuleInput.MOST + " rules");
            if (rules.contains(null)) throw Refused.field("items", "holds a rule that is none");
            rules.forEach(this::valid);
            return rules;
        } catch (JsonProcessingException e) {
            throw Refused.field("items", "cannot be read; start again from the list of rules");
        }
    }
}
