package groundswell.insights.words;

import groundswell.insights.Asked;
import groundswell.insights.CountedTicket;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Opening;
import groundswell.insights.Span;
import groundswell.insights.TellingWord;
import groundswell.insights.TellingWord.Texts;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import groundswell.insights.words.WordsResource.Said;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/words/rising}: words that more customers use this week than before (row I10). */
@Path("/api/insights")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class RisingResource {
    private static final int MOST = 100;

    /** @param customers whose texts were read, of this week; {@code customersBefore} of the four weeks before */
    public record Answer(
            Span span,
            Span before,
            @Nullable String theme,
            int customers,
            int customersBefore,
            List<Item> items,
            String counted) {}

    /**
     * A word or pair of words.
     *
     * @param share of this week's customers who use it, 0 to 1
     * @param link their tickets
     */
    public record Item(
            String words, int customers, double share, int customersBefore, double shareBefore, String link) {
        static Item of(TellingWord word, Texts texts) {
            return new Item(
                    word.words(),
                    word.customers(),
                    word.share(),
                    word.otherCustomers(),
                    word.otherShare(),
                    texts.api(word.words()));
        }
    }

    public record Beginnings(String words, Span span, List<Said> items) {}

    static final String HOW =
            "How tickets began, without names, read when you look. A customer counts once a word; a word counts that at least"
                    + " three customers use, in at least double the part of before, and that chance explains once in ten thousand"
                    + " (log-likelihood ratio, G² above 15.13)."
                    + " Of more than 600 tickets in the time, or 1,200 before it, an even sample is read. Texts older than 90 days"
                    + " are not read." + CountedTicket.LEFT_OUT;

    private final RisingWords rising;
    private final TellingWord.Source words;
    private final Names.Source names;

    RisingResource(RisingWords rising, TellingWord.Source words, Names.Source names) {
        this.rising = rising;
        this.words = words;
        this.names = names;
    }

    @GET
    @Path("words/rising")
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "Words that rise",
            description = "Those of the last seven days against the four weeks before, the most telling first.")
    @APIResponse(responseCode = "400", description = "A code or limit that cannot be read")
    public Answer rising(
            @Parameter(description = "Only tickets of this theme") @RestQuery @Nullable String theme,
            @RestQuery @DefaultValue("20") int limit) {
        var only = theme == null ? null : Only.code(theme);
        var found = rising.of(only, Asked.limit(limit, MOST));
        return new Answer(
                found.now().span(),
                found.before().span(),
                only,
                found.told().customers(),
                found.told().otherCustomers(),
                found.told().words().stream()
                        .map(word -> Item.of(word, found.now()))
                        .toList(),
                HOW);
    }

    @GET
    @Path("words/tickets")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "How the tickets begin that use a word, the newest first",
            description = "Words that fewer than three customers use have none.")
    @APIResponse(responseCode = "400", description = "Words, a time or a code that cannot be read")
    public Beginnings tickets(@BeanParam TextsQuery query) {
        var texts = query.texts();
        return new Beginnings(query.words(), texts.span(), said(words.using(query.words(), texts), names.names()));
    }

    static List<Said> said(List<Opening> openings, Names called) {
        return openings.stream()
                .map(opening -> new Said(
                        opening.ticketId(),
                        "TKT-" + opening.number(),
                        called.theme(opening.theme()),
                        called.team(opening.team()),
                        opening.at(),
                        opening.text(),
                        "/tickets/" + opening.ticketId()))
                .toList();
    }
}
