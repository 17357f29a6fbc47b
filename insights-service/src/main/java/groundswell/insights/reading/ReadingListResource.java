package groundswell.insights.reading;

import groundswell.insights.CountedTicket;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Names;
import groundswell.insights.Opening;
import groundswell.insights.ReadingList;
import groundswell.insights.Week;
import groundswell.insights.Wording;
import groundswell.insights.http.Caller;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import groundswell.insights.reading.ReadingLists.ListOf;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/insights/reading-list}: half an hour of a week's tickets, for whoever asks (row I17). */
@Path("/api/insights/reading-list")
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ReadingListResource {
    /**
     * @param week ISO week that the tickets were opened in
     * @param read how many of them the caller has read
     */
    public record Answer(String week, int minutes, int read, List<Entry> items, String chosen) {}

    /**
     * @param reason why it is on the list, for people
     * @param readAt null as long as it was not read
     * @param text how it begins, without what points to somebody
     */
    public record Entry(
            UUID ticketId,
            String number,
            String theme,
            String name,
            String reason,
            Instant at,
            @Nullable Instant readAt,
            String text,
            String link) {}

    static final String HOW =
            "Twenty tickets that were opened in the week, imported ones at their original time; a minute and a half each. What"
                    + " you have read stays. Then come up to three that no theme fits, one of each of the largest groups on Discover,"
                    + " and one of each of up to three themes that are new or rose by more than a fifth against the week before, with"
                    + " ten tickets or more. The other places go to themes as often as customers wrote about them. Which ticket of a"
                    + " theme is chance, another one for each reader. Each week has tickets of its own, so none comes twice. Texts of"
                    + " erased customers are on no list." + CountedTicket.LEFT_OUT;

    private final ReadingLists lists;
    private final ReadMarks marks;
    private final Opening.Source openings;
    private final Names.Source names;
    private final Caller caller;

    ReadingListResource(
            ReadingLists lists, ReadMarks marks, Opening.Source openings, Names.Source names, Caller caller) {
        this.lists = lists;
        this.marks = marks;
        this.openings = openings;
        this.names = names;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "The caller's reading list of a week that is over; none of erased customers")
    @APIResponse(responseCode = "400", description = "The week is not written as 2026-W07")
    @APIResponse(responseCode = "409", description = "The week is not over yet")
    public Answer list(
            @Parameter(description = "ISO week such as 2026-W07; the last one if absent") @RestQuery @Nullable
                    String week) {
        return answer(lists.of(caller.person(), week == null ? null : parse(week)));
    }

    @PUT
    @Path("{ticket}/read")
    @RunOnVirtualThread
    @Operation(summary = "The caller has read it; once is enough")
    @APIResponse(responseCode = "404", description = "No such ticket")
    public void read(@PathParam("ticket") UUID ticket) {
        marks.read(caller.person(), ticket);
    }

    Answer answer(ListOf list) {
        var called = names.names();
        var tickets =
                list.items().stream().map(item -> item.ticket().ticketId()).toList();
        var opened = openings.open(tickets).stream().collect(Collectors.toMap(Opening::ticketId, Function.identity()));
        var entries = list.items().stream()
                .filter(item -> opened.containsKey(item.ticket().ticketId()))
                .limit(ReadingList.LENGTH)
                .map(item -> entry(
                        item,
                        Objects.requireNonNull(opened.get(item.ticket().ticketId())),
                        list.readAt().get(item.ticket().ticketId()),
                        called))
                .toList();
        int read = (int) entries.stream().filter(one -> one.readAt() != null).count();
        return new Answer(list.week().toString(), ReadingList.MINUTES, read, entries, HOW);
    }

    private static Entry entry(ReadingList.Item item, Opening opening, @Nullable Instant readAt, Names called) {
        return new Entry(
                opening.ticketId(),
                "TKT-" + opening.number(),
                item.ticket().theme(),
                called.theme(item.ticket().theme()),
                reason(item.reason()),
                opening.at(),
                readAt,
                opening.text(),
                "/tickets/" + opening.ticketId());
    }

    private static String reason(ReadingList.Reason reason) {
        return switch (reason) {
            case ReadingList.Reason.Unnamed _ -> "No theme fits it yet; this one is the nearest";
            case ReadingList.Reason.Rising(var figure) ->
                figure.isNew()
                        ? "New: " + Wording.tickets(figure.tickets()) + " in that week"
                        : "Rising: " + Wording.tickets(figure.tickets()) + " after " + Wording.number(figure.before());
            case ReadingList.Reason.Share(var share) -> Wording.percent(share) + " of the week";
        };
    }

    static Week parse(String week) {
        return Week.parse(week)
                .orElseThrow(() -> new InsightsRefused(
                        Reason.UNREADABLE_WEEK, "Write weeks as 2026-W07: the ISO year, W, two digits."));
    }
}
