package groundswell.insights.words;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.Cue;
import groundswell.insights.Drill;
import groundswell.insights.Drill.Filter;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Quote;
import groundswell.insights.Span;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/words} and {@code /kudos}: what customers' sentences give away, with quotes (rows I10, I15). */
@Path("/api/insights")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class WordsResource {
    private static final int MOST_QUOTES = 20, MOST_KUDOS = 200;

    /** @param cues most tickets first; a cue that nobody gave away is absent */
    public record Answer(String window, Span span, @Nullable String theme, List<CueAnswer> cues, String counted) {}

    /**
     * @param tickets in which it was found, once each
     * @param link these tickets
     */
    public record CueAnswer(String cue, String label, long tickets, String link, List<Said> quotes) {}

    /** A sentence without what points to somebody: the quote of a ticket. */
    public record Said(
            UUID ticketId, String number, String theme, String team, Instant at, String quote, String link) {}

    public record Kudos(Span span, List<Said> items) {}

    static final String HOW = "Cues are phrases of English in what customers themselves wrote, by when they wrote it;"
            + " a ticket counts once a cue. Quotes leave out names and whatever identifies somebody, and those of erased customers"
            + " can’t be opened by anybody. They are for use inside the company only." + CountedTicket.LEFT_OUT;

    private final WordsReader words;
    private final Names.Source names;
    private final Calendar calendar;

    WordsResource(WordsReader words, Names.Source names, Calendar calendar) {
        this.words = words;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @Path("words")
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "What customers give away, with quotes")
    @APIResponse(responseCode = "400", description = "An unknown window, or a code or limit that cannot be read")
    public Answer words(
            @Parameter(description = "1h, 24h, 7d, 28d, week or month") @RestQuery @DefaultValue("28d") String window,
            @Parameter(description = "Only tickets of this theme") @RestQuery @Nullable String theme,
            @Parameter(description = "Quotes a cue") @RestQuery @DefaultValue("2") int quotes) {
        var span = Asked.window(window).at(calendar.now(), calendar.zone()).span();
        var only = theme == null ? null : Only.code(theme);
        var most = Asked.limit(quotes, MOST_QUOTES);
        var called = names.names();
        var cues = new ArrayList<CueAnswer>();
        words.count(span, only)
                .forEach((cue, tickets) -> cues.add(new CueAnswer(
                        cue.code(),
                        cue.label(),
                        tickets,
                        Drill.opened(span, only == null ? Only.ALL : Only.theme(only), Filter.CUE, cue.code())
                                .api(),
                        words.quotes(cue, span, only, null, most).stream()
                                .map(quote -> said(quote, called))
                                .toList())));
        cues.sort(Comparator.comparingLong((CueAnswer cue) -> -cue.tickets()).thenComparing(CueAnswer::cue));
        return new Answer(window, span, only, cues, HOW);
    }

    @GET
    @Path("kudos")
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "Thank-yous, the newest first",
            description = "Those of the last 28 days, for the team that has the ticket.")
    public Kudos kudos(
            @Parameter(description = "Only for this team") @RestQuery @Nullable String team,
            @RestQuery @DefaultValue("50") int limit) {
        var span = Asked.window("28d").at(calendar.now(), calendar.zone()).span();
        var called = names.names();
        return new Kudos(
                span,
                words
                        .quotes(
                                Cue.THANKS,
                                span,
                                null,
                                team == null ? null : Only.code(team),
                                Asked.limit(limit, MOST_KUDOS))
                        .stream()
                        .map(quote -> said(quote, called))
                        .toList());
    }

    static Said said(Quote quote, Names called) {
        return new Said(
                quote.ticketId(),
                "TKT-" + quote.number(),
                called.theme(quote.theme()),
                called.team(quote.team()),
                quote.at(),
                quote.text(),
                "/tickets/" + quote.ticketId());
    }
}
