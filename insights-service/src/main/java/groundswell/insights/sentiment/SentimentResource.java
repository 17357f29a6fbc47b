package groundswell.insights.sentiment;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.Drill;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.SentimentCounts;
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
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/sentiment}: in which mood customers wrote, by theme. */
@Path("/api/insights/sentiment")
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class SentimentResource {
    public record Answer(Span span, List<Item> items, String counted) {}

    /**
     * @param told tickets whose mood could be told: {@code n} of every part
     * @param upsetPart of these, 0 to 1, with its 95 % interval; null where none could be told
     * @param against certainly {@code more} or {@code less} upset than all other themes; {@code unclear} else
     */
    public record Item(
            String theme,
            String name,
            long told,
            long upset,
            long neutral,
            long pleased,
            long unknown,
            @Nullable Part upsetPart,
            String against,
            String sentence,
            String upsetTickets) {}

    private static final String HOW =
            "How a ticket begins is read once, within 90 days of its opening. A problem that is reported calmly is neutral,"
                    + " however bad; where the text leaves the mood open it is unknown, and part of no share. A machine reads: of test"
                    + " texts, sixty of each mood, nine in ten of those called upset were so and two in three were found; where few"
                    + " customers are upset, more of those called so are not. Compare themes, and read the tickets.";

    private final SentimentCounts.Source counts;
    private final Names.Source names;
    private final Calendar calendar;

    SentimentResource(SentimentCounts.Source counts, Names.Source names, Calendar calendar) {
        this.counts = counts;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "In which mood customers wrote, by theme, the most upset tickets first")
    @APIResponse(responseCode = "400", description = "There is no such window")
    public Answer sentiment(@RestQuery @DefaultValue("28d") String window) {
        var span = Asked.window(window).at(calendar.now(), calendar.zone()).span();
        return new Answer(span, items(span), HOW);
    }

    private List<Item> items(Span span) {
        var byTheme = counts.openedIn(span);
        var all = byTheme.values().stream().reduce(SentimentCounts.NONE, SentimentCounts::plus);
        var called = names.names();
        return byTheme.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, SentimentCounts> theme) ->
                                -theme.getValue().upset())
                        .thenComparing(Map.Entry::getKey))
                .map(theme -> item(theme.getKey(), theme.getValue(), all.minus(theme.getValue()), span, called))
                .toList();
    }

    private static Item item(String theme, SentimentCounts here, SentimentCounts others, Span span, Names called) {
        return new Item(
                theme,
                called.theme(theme),
                here.told(),
                here.upset(),
                here.neutral(),
                here.pleased(),
                here.unknown(),
                here.told() == 0 ? null : Part.of(Wilson.of(here.upset(), here.told())),
                against(here, others),
                here.sentence(others),
                Drill.opened(span, Only.theme(theme), Drill.Filter.SENTIMENT, "upset")
                        .api());
    }

    private static String against(SentimentCounts here, SentimentCounts others) {
        if (here.told() == 0 || others.told() == 0) {
            return "unclear";
        }
        var difference = here.against(others);
        return difference.certainlyHigher() ? "more" : difference.certainlyLower() ? "less" : "unclear";
    }
}
