package groundswell.insights.accounts;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.Churn;
import groundswell.insights.CountedTicket;
import groundswell.insights.Names;
import groundswell.insights.Reach;
import groundswell.insights.Span;
import groundswell.insights.Wilson;
import groundswell.insights.http.Csv;
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

/** {@code GET /api/insights/customers}: how many customers write about each theme, and whether they leave. */
@Path("/api/insights/customers")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {
    /**
     * @param customers who wrote, about whatever
     * @param active all customers there were; null where nobody has told it
     */
    public record Answer(Span span, long customers, Reach.@Nullable Active active, List<Item> items, String counted) {}

    /**
     * A theme.
     *
     * @param partOfAll of all customers, 0 to 1; null where it can't be told
     * @param accounts that wrote more than 28 days ago and of which it is known whether they are customers; {@code left},
     *     those that left within 28 days of a ticket
     * @param leftPart of these, with its 95 % interval; null where no account is known
     * @param against {@code more} or {@code less} than of those that wrote about something else; {@code unclear} else
     */
    public record Item(
            String theme,
            String name,
            long customers,
            @Nullable Double partOfAll,
            long accounts,
            long left,
            @Nullable Part leftPart,
            String against,
            String sentence) {}

    public record Part(double part, double low, double high) {}

    private static final String HOW =
            "A customer is an account, or a person where a ticket names no account; each counts once a"
                    + " theme. All customers are as your systems last counted them up to the end of the time. An account left if it"
                    + " stopped being a customer within " + Churn.DAYS
                    + " days of one of its tickets, whatever that was about; accounts"
                    + " count that your systems have described and that wrote in the 90 days before the last "
                    + Churn.DAYS
                    + ". What is not told is not guessed." + CountedTicket.LEFT_OUT;

    private final Reach.Source reach;
    private final Churn.Source churn;
    private final Names.Source names;
    private final Calendar calendar;

    CustomersResource(Reach.Source reach, Churn.Source churn, Names.Source names, Calendar calendar) {
        this.reach = reach;
        this.churn = churn;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "How many customers write about each theme, and whether they leave",
            description = "The most first.")
    @APIResponse(responseCode = "400", description = "There is no such window")
    public Answer customers(@RestQuery @DefaultValue("28d") String window) {
        var span = Asked.window(window).at(calendar.now(), calendar.zone()).span();
        var wrote = reach.openedIn(span);
        var gone = churn.knownAt(span.to());
        var called = names.names();
        var items = wrote.byTheme().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .map(theme -> item(theme.getKey(), wrote, gone, called))
                .toList();
        return new Answer(span, wrote.all(), wrote.active(), items, HOW);
    }

    private static Item item(String theme, Reach wrote, Churn.ByTheme gone, Names called) {
        var here = gone.of(theme);
        var interval = here.accounts() == 0 ? null : Wilson.of(here.left(), here.accounts());
        return new Item(
                theme,
                called.theme(theme),
                wrote.of(theme),
                wrote.partOfAll(theme),
                here.accounts(),
                here.left(),
                interval == null ? null : new Part(interval.middle(), interval.low(), interval.high()),
                against(here, gone.but(theme)),
                wrote.sentence(theme) + " " + here.sentence(gone.but(theme)));
    }

    private static String against(Churn here, Churn others) {
        if (here.accounts() == 0 || others.accounts() == 0) {
            return "unclear";
        }
        var difference = here.against(others);
        return difference.certainlyHigher() ? "more" : difference.certainlyLower() ? "less" : "unclear";
    }
}
