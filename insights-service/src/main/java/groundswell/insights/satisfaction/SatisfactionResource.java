package groundswell.insights.satisfaction;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.Drill;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Satisfaction;
import groundswell.insights.Span;
import groundswell.insights.Wilson;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Part;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code GET /api/insights/satisfaction}: what customers gave their answers, by theme. */
@Path("/api/insights/satisfaction")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class SatisfactionResource {
    public record Answer(Span span, List<Item> items, String counted) {}

    /**
     * @param rated tickets with a rating: {@code n} of all that follows
     * @param mean of the ratings, 1 to 5
     * @param unhappy tickets with a 1 or a 2
     * @param unhappyPart of these, 0 to 1, with its 95 % interval
     * @param against certainly {@code more} or {@code fewer} unhappy customers than in all other themes; {@code unclear} else
     * @param tickets those with a rating
     * @param tellable whether the figures may be told outside the company: of fewer than ten ratings they may not
     */
    public record Item(
            String theme,
            String name,
            long rated,
            double mean,
            long unhappy,
            Part unhappyPart,
            String against,
            boolean tellable,
            String sentence,
            String tickets,
            String unhappyTickets) {}

    private static final String HOW =
            "Tickets by when they were opened, with the rating that their customer gave last. A rating that a reopening voided is"
                    + " none, nor do machines' and merged tickets count. Few customers rate, and those who do are not like all others:"
                    + " compare themes, and mind the interval.";

    private final Satisfaction.Source ratings;
    private final Names.Source names;
    private final Calendar calendar;

    SatisfactionResource(Satisfaction.Source ratings, Names.Source names, Calendar calendar) {
        this.ratings = ratings;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "What customers gave their answers, by theme, the most unhappy ones first")
    @APIResponse(responseCode = "400", description = "There is no such window")
    public Answer satisfaction(@RestQuery @DefaultValue("28d") String window) {
        var span = Asked.window(window).at(calendar.now(), calendar.zone()).span();
        return new Answer(span, items(span), HOW);
    }

    private List<Item> items(Span span) {
        var byTheme = ratings.openedIn(span);
        var all = byTheme.values().stream().reduce(Satisfaction.NONE, Satisfaction::plus);
        var called = names.names();
        return byTheme.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Satisfaction> theme) ->
                                -theme.getValue().unhappy())
                        .thenComparing(Map.Entry::getKey))
                .map(theme -> item(theme.getKey(), theme.getValue(), all.minus(theme.getValue()), span, called))
                .toList();
    }

    private static Item item(String theme, Satisfaction here, Satisfaction others, Span span, Names called) {
        return new Item(
                theme,
                called.theme(theme),
                here.rated(),
                here.mean(),
                here.unhappy(),
                Part.of(Wilson.of(here.unhappy(), here.rated())),
                against(here, others),
                here.isTellable(),
                here.sentence(others),
                Drill.opened(span, Only.theme(theme), Drill.Filter.RATING, "any")
                        .api(),
                Drill.opened(span, Only.theme(theme), Drill.Filter.RATING, "unhappy")
                        .api());
    }

    private static String against(Satisfaction here, Satisfaction others) {
        if (others.rated() == 0) {
            return "unclear";
        }
        var difference = here.against(others);
        return difference.certainlyHigher() ? "more" : difference.certainlyLower() ? "fewer" : "unclear";
    }
}
