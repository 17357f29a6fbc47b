package groundswell.routing.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.routing.PeopleNames;
import groundswell.routing.Taxonomy;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.Theme;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import groundswell.routing.theme.ThemesResource.Changes;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The taxonomy as a page. Every change is first shown with what it would have made of last week's tickets. */
@Path("/routing/taxonomy")
@Produces(MediaType.TEXT_HTML)
public class TaxonomyPage {
    private static final int SHOWN_CHANGES = 10;
    private static final TypeReference<List<ThemeChange>> CHANGES = new TypeReference<>() {};

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance themes(int version, List<TeamOf> teams, List<Change> changes, boolean mayChange);

        static native TemplateInstance theme(
                @Nullable Theme theme,
                ThemeForm form,
                List<Theme> others,
                List<Team> teams,
                int version,
                @Nullable String mistake);

        static native TemplateInstance effect(
                String what, String back, String changes, int version, ThemeEffect effect, Map<String, String> names);
    }

    /** A team with the themes that it answers. */
    public record TeamOf(Team team, List<Theme> themes) {}

    /** One version, with who made it for people to read. */
    public record Change(
            int version, Instant at, String who, @Nullable String note, int themes) {}

    private final StoredTaxonomy book;
    private final LastWeekRead lastWeek;
    private final Teams teams;
    private final PeopleNames names;
    private final Caller caller;
    private final Validator validator;
    private final ObjectMapper json;

    TaxonomyPage(
            StoredTaxonomy book,
            LastWeekRead lastWeek,
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
        var taxonomy = book.now();
        var called = names.known();
        var of = teams.all().stream()
                .map(team -> new TeamOf(
                        team,
                        taxonomy.themes().stream()
                                .filter(theme -> theme.team().equals(team.code()))
                                .toList()))
                .toList();
        var changes = book.history().reversed().stream()
                .limit(SHOWN_CHANGES)
                .map(published -> {
                    var e = published.edition();
                    var who = PeopleNames.who(published.by(), called);
                    return new Change(
                            e.version(), e.at(), who, e.note(), e.themes().size());
                })
                .toList();
        return Templates.themes(taxonomy.version(), of, changes, caller.mayTeach());
    }

    @GET
    @Path("/new")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance add() {
        return form(book.now(), null, new ThemeForm(), null);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance edit(String code) {
        var taxonomy = book.now();
        return form(taxonomy, known(taxonomy, code), new ThemeForm(), null);
    }

    /** A new theme: shows what it would do. */
    @POST
    @Path("/proposal")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance propose(@BeanParam ThemeForm form) {
        var taxonomy = unchanged(form.version);
        try {
            return effect("A new theme: " + form.name, "/routing/taxonomy/new", form.added(), taxonomy);
        } catch (Refused refused) {
            return form(taxonomy, null, form, refused.advice());
        }
    }

    /** A change of a theme: shows what that would do. */
    @POST
    @Path("/{code}/proposal")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance propose(String code, @NotNull @FormParam("act") String act, @BeanParam ThemeForm form) {
        var taxonomy = unchanged(form.version);
        var theme = known(taxonomy, code);
        var back = "/routing/taxonomy/" + code;
        try {
            return switch (act) {
                case "edit" ->
                    effect("“%s” as you filled it in".formatted(theme.name()), back, form.edited(theme), taxonomy);
                case "merge" ->
                    effect("“%s” as part of another theme".formatted(theme.name()), back, form.merged(theme), taxonomy);
                case "split" -> effect("“%s” in two".formatted(theme.name()), back, form.split(theme), taxonomy);
                default -> throw Refused.field("act", "must be edit, merge or split");
            };
        } catch (Refused refused) {
            return form(taxonomy, theme, form, refused.advice());
        }
    }

    @POST
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response put(
            @NotNull @FormParam("changes") String changes,
            @FormParam("version") int version,
            @Nullable @FormParam("note") String note) {
        var taxonomy = unchanged(version);
        var why = note == null || note.isBlank() ? null : note.strip();
        var next = next(taxonomy, new Changes(read(changes), why));
        caller.introduce(names);
        book.change(next, why, caller.cause());
        return Response.seeOther(URI.create("/routing/taxonomy")).build();
    }

    private TemplateInstance form(Taxonomy taxonomy, @Nullable Theme theme, ThemeForm form, @Nullable String mistake) {
        var others = taxonomy.themes().stream().filter(one -> one != theme).toList();
        return Templates.theme(theme, form, others, teams.all(), taxonomy.version(), mistake);
    }

    private TemplateInstance effect(String what, String back, List<ThemeChange> changes, Taxonomy now) {
        var next = next(now, new Changes(changes, null));
        var called = new HashMap<String, String>();
        next.themes().forEach(theme -> called.put(theme.code(), theme.name()));
        now.themes().forEach(theme -> called.putIfAbsent(theme.code(), theme.name()));
        return Templates.effect(what, back, write(changes), now.version(), lastWeek.of(next), called);
    }

    private Taxonomy next(Taxonomy now, Changes changes) {
        validator.validate(changes).stream().findFirst().ifPresent(wrong -> {
            var path = wrong.getPropertyPath().toString();
            throw Refused.field(path.substring(path.lastIndexOf('.') + 1), wrong.getMessage());
        });
        return Changed.of(now, changes.changes(), teams);
    }

    private Taxonomy unchanged(int version) {
        var taxonomy = book.now();
        if (taxonomy.version() != version) throw Refused.changedMeanwhile();
        return taxonomy;
    }

    private static Theme known(Taxonomy taxonomy, String code) {
        return taxonomy.themes().stream()
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElseThrow(Refused::noSuchTheme);
    }

    private String write(List<ThemeChange> changes) {
        try {
            return json.writerFor(CHANGES).writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ThemeChange> read(String changes) {
        try {
            return json.readValue(changes, CHANGES);
        } catch (JsonProcessingException e) {
            throw Refused.field("changes", "cannot be read; start again from the list of themes");
        }
    }
}
