package groundswell.insights.effects;

import groundswell.insights.Calendar;
import groundswell.insights.Control;
import groundswell.insights.Days;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.LaunchEffect;
import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.effects.LaunchesView.Chart;
import groundswell.insights.effects.LaunchesView.Choice;
import groundswell.insights.effects.LaunchesView.Details;
import groundswell.insights.effects.LaunchesView.Line;
import groundswell.insights.effects.LaunchesView.Row;
import groundswell.insights.effects.LaunchesView.View;
import groundswell.insights.http.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /launches}: what we launched and fixed, and what customers made of it. */
@Path("/launches")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class LaunchesPage {
    private static final int SHOWN = 50;

    @CheckedTemplate(basePath = "effects")
    static class Templates {
        static native TemplateInstance launches(View v);

        static native TemplateInstance launch(Details d);
    }

    private final Markers markers;
    private final EffectReader effects;
    private final Carriers carriers;
    private final Names.Source names;
    private final Calendar calendar;
    private final Caller caller;

    LaunchesPage(
            Markers markers,
            EffectReader effects,
            Carriers carriers,
            Names.Source names,
            Calendar calendar,
            Caller caller) {
        this.markers = markers;
        this.effects = effects;
        this.carriers = carriers;
        this.names = names;
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        var called = names.names();
        var fixes = new ArrayList<Row>();
        var yours = new ArrayList<Row>();
        var fixRows = markers.newest(Marker.Kind.FIX, SHOWN);
        var launchRows = markers.newest(Marker.Kind.LAUNCH, SHOWN);
        var days = effects.days(Stream.concat(fixRows.stream(), launchRows.stream())
                .map(MarkerRow::marker)
                .toList());
        for (var row : fixRows) {
            var fix = row.marker();
            var shown = LaunchesView.fix(fix, days.of(fix), called);
            fixes.add(shown);
            if (carriers.of(fix.themes(), effects.before(fix)).contains(caller.person())) {
                yours.add(shown);
            }
        }
        var launches = launchRows.stream()
                .map(row -> LaunchesView.launch(row.marker(), days.ofLaunch(row.marker()), called))
                .toList();
        var themes = called.themes().entrySet().stream()
                .map(theme -> new Choice(theme.getKey(), theme.getValue()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
        var now = calendar.now().atZone(calendar.zone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        return Templates.launches(new View(
                launches,
                fixes,
                yours,
                themes,
                now.toString(),
                calendar.zone().getId(),
                caller.has("lead", "ops", "product", "admin")));
    }

    @POST
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response note(
            @FormParam("kind") @Nullable String kind,
            @FormParam("name") @Nullable String name,
            @FormParam("at") @Nullable String at,
            @FormParam("themes") @Nullable List<String> themes) {
        var input = new MarkerInput(name == null ? "" : name, at(at), themes);
        markers.note("fix".equals(kind) ? Marker.Kind.FIX : Marker.Kind.LAUNCH, input, caller.actor());
        return Response.noContent().header("HX-Refresh", "true").build();
    }

    private @Nullable Instant at(@Nullable String local) {
        if (local == null || local.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(local).atZone(calendar.zone()).toInstant();
        } catch (DateTimeException _) {
            throw new InsightsRefused(Reason.UNREADABLE_TIME, "Write it as 2026-01-05T09:00.");
        }
    }

    @GET
    @Path("{kind:launch|fix}/{id}")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance one(@PathParam("kind") String kind, @PathParam("id") UUID id) {
        var row = markers.known(kind(kind), id);
        var marker = row.marker();
        var called = names.names();
        var days = effects.days(List.of(marker));
        var lines = new ArrayList<Line>();
        var controls = new ArrayList<Control>();
        if (marker.kind() == Marker.Kind.FIX) {
            var effect = days.of(marker);
            lines.add(LaunchesView.line(marker, effect, effects, called));
            controls.add(effect.control());
        } else {
            days.ofLaunch(marker).forEach((theme, effect) -> {
                lines.add(LaunchesView.line(marker, theme, effect, effects, called));
                controls.add(effect.control());
            });
            lines.sort(LaunchesView.WORST_FIRST);
        }
        return Templates.launch(new Details(
                kind,
                id.toString(),
                marker.name(),
                marker.at(),
                lines,
                LaunchesView.heldAgainst(marker.kind(), controls, called),
                calendar.zone().getId(),
                row.version,
                caller.has("lead", "ops", "product", "admin")));
    }

    @POST
    @Path("{kind:launch|fix}/{id}/removal")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response remove(
            @PathParam("kind") String kind, @PathParam("id") UUID id, @FormParam("version") int version) {
        markers.remove(kind(kind), id, version);
        return Response.noContent().header("HX-Redirect", "/launches").build();
    }

    @GET
    @Path("{kind:launch|fix}/{id}/trend")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Chart trend(@PathParam("kind") String kind, @PathParam("id") UUID id) {
        var marker = markers.known(kind(kind), id).marker();
        var days = effects.days(List.of(marker));
        var themes = marker.kind() == Marker.Kind.FIX ? marker.themes() : shown(marker, days);
        return LaunchesView.chart(marker, themes, days, names.names(), calendar.zone());
    }

    /** The few themes that moved most: a chart of all would say nothing. */
    private static List<String> shown(Marker launch, Days days) {
        return days.ofLaunch(launch).entrySet().stream()
                .sorted(Map.Entry.<String, LaunchEffect>comparingByValue(
                                Comparator.comparingDouble((LaunchEffect effect) -> effect.expected() - effect.seen()))
                        .thenComparing(Map.Entry::getKey))
                .limit(4)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Marker.Kind kind(String kind) {
        return kind.equals("fix") ? Marker.Kind.FIX : Marker.Kind.LAUNCH;
    }
}
