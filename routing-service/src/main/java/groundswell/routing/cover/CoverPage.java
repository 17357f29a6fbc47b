package groundswell.routing.cover;

import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.cover.CoverView.CellView;
import groundswell.routing.cover.CoverView.GapView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The heat map as a page: gaps in cover are seen at once. */
@Path("/routing/cover")
@Produces(MediaType.TEXT_HTML)
public class CoverPage {
    /** The zones that the house's people mostly work in. */
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata");

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final int SHOWN_GAPS = 6;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance cover(Model model);
    }

    /**
     * @param tickets a week; empty for none, and so is {@code people} but where that is a gap
     * @param heat tickets against the busiest hour, 0 to 100
     */
    public record Square(int hour, String tickets, String people, long heat, boolean gap, String says) {}

    public record Day(String name, List<Square> hours) {}

    /** @param headline what matters most, in a sentence */
    public record Model(
            List<Day> days,
            List<GapView> gaps,
            int moreGaps,
            String headline,
            int weeks,
            String zone,
            List<String> zones,
            @Nullable String team,
            List<Team> teams) {}

    private final CoverResource api;
    private final Teams teams;

    CoverPage(CoverResource api, Teams teams) {
        this.api = api;
        this.teams = teams;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("zone") @DefaultValue("UTC") String zone, @QueryParam("team") @Nullable String team) {
        var chosen = team == null || team.isBlank() ? null : team;
        var view = api.cover(Integer.parseInt(CoverResource.WEEKS), zone, chosen);
        var most = view.cells().stream().mapToDouble(CellView::arrivals).max().orElse(0);
        var days = IntStream.range(0, 7)
                .mapToObj(day -> new Day(
                        DAYS.get(day),
                        view.cells().subList(day * 24, day * 24 + 24).stream()
                                .map(cell -> square(cell, DAYS.get(day), most))
                                .toList()))
                .toList();
        return Templates.cover(new Model(
                days,
                view.gaps().stream().limit(SHOWN_GAPS).toList(),
                Math.max(0, view.gaps().size() - SHOWN_GAPS),
                headline(view),
                view.weeks(),
                zone,
                ZONES.contains(zone)
                        ? ZONES
                        : Stream.concat(Stream.of(zone), ZONES.stream()).toList(),
                chosen,
                teams.all()));
    }

    private static Square square(CellView cell, String day, double most) {
        boolean gap = cell.people() == 0 && cell.arrivals() > 0;
        var says = "%s %02d–%02d: %s tickets a week, %s at work"
                .formatted(day, cell.hour(), cell.hour() + 1, figure(cell.arrivals()), figure(cell.people()));
        return new Square(
                cell.hour(),
                cell.arrivals() == 0 ? "" : figure(cell.arrivals()),
                cell.people() == 0 && !gap ? "" : figure(cell.people()),
                most == 0 ? 0 : Math.round(100 * cell.arrivals() / most),
                gap,
                says);
    }

    private static String headline(CoverView view) {
        double all = view.cells().stream().mapToDouble(CellView::arrivals).sum();
        double uncovered = view.gaps().stream().mapToDouble(GapView::arrivals).sum();
        if (all == 0) return "No tickets arrived in these weeks.";
        if (uncovered == 0) return "Somebody is at work whenever tickets arrive.";
        return "%d %% of tickets arrive while nobody is at work."
                .formatted(Math.max(1, Math.round(100 * uncovered / all)));
    }

    private static String figure(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.1f", value);
    }
}
