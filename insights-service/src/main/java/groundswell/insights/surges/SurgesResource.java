package groundswell.insights.surges;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.Grain;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.SurgeKey;
import groundswell.insights.SurgeSentence;
import groundswell.insights.Surges;
import groundswell.insights.Surges.Found;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/surges}: what was far above its usual rhythm, in the time of the tickets themselves (row I5). */
@Path("/api/insights/surges")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class SurgesResource {
    private static final int MOST = 1_000;
    private static final Duration LATELY = Duration.ofDays(28);

    /** @param counted how to read the numbers */
    public record Answer(Span span, List<Item> items, String counted) {}

    /**
     * One surge.
     *
     * @param kind theme, tag or all
     * @param code of the theme, or the tag; empty for all tickets
     * @param began when it seems to have begun
     * @param opened when it was certain
     * @param closed when it was over; null while it lasts
     * @param peak most tickets in an hour, which ended at {@code peakAt}
     * @param seen tickets from its beginning to its end, or to now
     * @param expected how many are usual in that time
     * @param customers how many different people wrote them
     * @param link the tickets
     * @param explained the same with the words that are new in its tickets, which are looked for when it is asked for
     */
    public record Item(
            UUID id,
            String kind,
            String code,
            String name,
            Instant began,
            Instant opened,
            @Nullable Instant closed,
            int peak,
            Instant peakAt,
            int seen,
            double expected,
            int customers,
            String sentence,
            String link,
            String explained) {}

    /**
     * One surge and what is said in it.
     *
     * @param words that more customers use in it than before, the most telling first
     * @param customers whose texts were read, and {@code customersBefore} of the four weeks before: of the same theme or tag, or,
     *     where these were hardly any, of all tickets
     */
    public record Explained(Item surge, List<Word> words, int customers, int customersBefore, String sentence) {}

    /** @param share of the surge's customers, 0 to 1 */
    public record Word(
            String words, int customers, double share, int customersBefore, double shareBefore, String link) {}

    private static final int WORDS = 20;

    static final String HOW = "Tickets by when they were opened, in windows of half an hour to eight hours,"
            + " against the same local hours of the eight weeks before. A surge has at least "
            + SurgeRules.USUAL.fewest()
            + " tickets, " + SurgeRules.USUAL.times()
            + " times as many as usual, a chance below 1 in 100,000 on a usual"
            + " day, and more of it than all others grew by; it is over when four hours were usual, and goes on if it returns within a day."
            + CountedTicket.LEFT_OUT;

    private final Surges surges;
    private final SurgeWords words;
    private final Names.Source names;
    private final Calendar calendar;

    SurgesResource(Surges surges, SurgeWords words, Names.Source names, Calendar calendar) {
        this.surges = surges;
        this.words = words;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "Surges that opened within a span",
            description =
                    "The newest first; the last 28 days if no span is given. Where there are as many as the limit or"
                            + " more, ask again with to set to the time the last one opened: a quarter hour is never cut in two.")
    @APIResponse(responseCode = "200", description = "Surges, with the figures that decided")
    @APIResponse(responseCode = "400", description = "A time, code or limit that cannot be read")
    public Answer surges(
            @Parameter(description = "Opened at this time or later, RFC 3339") @RestQuery @Nullable String from,
            @Parameter(description = "Opened before this time, RFC 3339") @RestQuery @Nullable String to,
            @Parameter(description = "Only this theme") @RestQuery @Nullable String theme,
            @Parameter(description = "Only this tag") @RestQuery @Nullable String tag,
            @RestQuery @DefaultValue("200") int limit) {
        var end = requireNonNullElseGet(
                Asked.time(to), () -> Grain.QUARTER.ceil(calendar.now()).plus(Duration.ofMinutes(15)));
        var start = requireNonNullElse(Asked.time(from), end.minus(LATELY));
        if (end.isBefore(start)) {
            throw new InsightsRefused(InsightsRefused.Reason.UNREADABLE_TIME, "Let from come before to.");
        }
        var span = new Span(Grain.QUARTER.floor(start), Grain.QUARTER.ceil(end));
        var called = names.names();
        var items = surges.openedIn(span, key(theme, tag), Asked.limit(limit, MOST)).stream()
                .map(found -> item(found, called))
                .toList();
        return new Answer(span, items, HOW);
    }

    @GET
    @Path("csv")
    @Produces(Csv.TYPE)
    @RunOnVirtualThread
    @Operation(summary = "The same as CSV: one line a surge")
    public String csv(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String theme,
            @RestQuery @Nullable String tag,
            @RestQuery @DefaultValue("200") int limit) {
        var csv = new Csv(
                "id",
                "kind",
                "code",
                "name",
                "began",
                "opened",
                "closed",
                "peak",
                "peak_at",
                "seen",
                "expected",
                "customers");
        for (var item : surges(from, to, theme, tag, limit).items()) {
            csv.line(
                    item.id(),
                    item.kind(),
                    item.code(),
                    item.name(),
                    item.began(),
                    item.opened(),
                    item.closed() == null ? "" : item.closed(),
                    item.peak(),
                    item.peakAt(),
                    item.seen(),
                    item.expected(),
                    item.customers());
        }
        return csv.text();
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(
            summary = "One surge and what is said in it",
            description = "Texts older than 90 days are not read: an older surge has no words.")
    @APIResponse(responseCode = "404", description = "There is no such surge, or no longer")
    public Explained surge(UUID id) {
        var found = surges.one(id);
        var behind = words.behind(found, WORDS);
        var told = behind.told().words().stream()
                .map(word -> new Word(
                        word.words(),
                        word.customers(),
                        word.share(),
                        word.otherCustomers(),
                        word.otherShare(),
                        behind.surge().api(word.words())))
                .toList();
        var item = item(found, names.names());
        return new Explained(
                item,
                told,
                behind.told().customers(),
                behind.told().otherCustomers(),
                (item.sentence() + " " + behind.sentence()).strip());
    }

    private static @Nullable SurgeKey key(@Nullable String theme, @Nullable String tag) {
        if (theme != null) {
            return SurgeKey.theme(Only.code(theme));
        }
        return tag == null ? null : SurgeKey.tag(Only.code(tag));
    }

    private static Item item(Found found, Names called) {
        var surge = found.surge();
        return new Item(
                surge.id(),
                surge.key().kind().code(),
                surge.key().code(),
                SurgeSentence.name(surge.key(), called),
                surge.began(),
                surge.opened(),
                surge.closedAt(),
                surge.peak(),
                surge.peakAt(),
                surge.seen(),
                surge.expected(),
                found.customers(),
                SurgeSentence.of(surge, found.customers()),
                found.drill().api(),
                "/api/insights/surges/" + surge.id());
    }
}
