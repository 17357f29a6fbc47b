package groundswell.insights.tickets;

import groundswell.insights.Cue;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.EscalationReason;
import groundswell.insights.Names;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /insights/tickets}: the list a number on a page opens. */
@Path("/insights/tickets")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class TicketsPage {
    /** One ticket as the list shows it. */
    record Line(TicketList.Item ticket, String theme, String team, String channel, String tone) {}

    /**
     * @param more null at the end
     * @param added whether others stand above them already
     */
    record Rows(List<Line> lines, @Nullable More more, boolean added) {}

    /**
     * @param rows the address of the next ones
     * @param page the address of the page that shows these too; empty in a part of another page
     * @param older the address of a page that goes on from here; empty as long as this one may grow
     */
    record More(String rows, String page, String older) {}

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance page(Drill drill, String what, List<String> chips, Rows rows, String how);

        static native TemplateInstance page$rows(Rows rows);
    }

    private final TicketList tickets;
    private final Names.Source names;

    TicketsPage(TicketList tickets, Names.Source names) {
        this.tickets = tickets;
        this.names = names;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@BeanParam TicketsQuery query, @RestQuery @DefaultValue("0") int shown) {
        var drill = query.drill();
        var called = names.names();
        var extent = new Extent(query.begin(), shown);
        var found = tickets.page(drill, query.cursor(), extent.rows());
        var rows = new Rows(lines(found, called), more(drill, found.next(), extent), false);
        return Templates.page(drill, what(drill), chips(drill, called), rows, HowCounted.of(drill));
    }

    @GET
    @Path("rows")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance rows(
            @BeanParam TicketsQuery query,
            @RestQuery @DefaultValue("") String begin,
            @RestQuery @Nullable Integer shown) {
        var drill = query.drill();
        var found = tickets.page(drill, query.cursor(), Extent.STEP);
        var more = shown == null
                ? elsewhere(drill, found.next())
                : more(drill, found.next(), new Extent(begin, shown).more());
        return Templates.page$rows(new Rows(lines(found, names.names()), more, query.cursor() != null));
    }

    private static @Nullable More more(Drill drill, @Nullable Cursor next, Extent extent) {
        if (next == null) {
            return null;
        }
        return extent.isFull()
                ? new More("", "", new Extent(next.toString(), 0).page(drill))
                : new More(extent.rows(drill, next), extent.more().page(drill), "");
    }

    private static @Nullable More elsewhere(Drill drill, @Nullable Cursor next) {
        return next == null ? null : new More(drill.rows(next.toString()), "", "");
    }

    private static List<Line> lines(TicketList.Page page, Names called) {
        return page.items().stream()
                .map(ticket -> new Line(
                        ticket,
                        called.theme(ticket.theme()),
                        called.team(ticket.team()),
                        called.of(Dimension.CHANNEL, ticket.channel()),
                        tone(ticket)))
                .toList();
    }

    private static String tone(TicketList.Item ticket) {
        return switch (ticket.status()) {
            case OPEN, IN_PROGRESS -> "on";
            case PENDING -> "warn";
            case RESOLVED, CLOSED -> "ok";
        };
    }

    private static String what(Drill drill) {
        return switch (drill.live()) {
            case OPEN -> "Open now";
            case UNASSIGNED -> "Open now and nobody’s";
            case ANY ->
                switch (drill.measure()) {
                    case OPENED ->
                        drill.filters().containsKey(Drill.Filter.CUE)
                                ? "By when their customers wrote so"
                                : "By when they were opened";
                    case TAKEN -> "By when somebody took them";
                    case ANSWERED -> "By when they were first answered";
                    case RESOLVED -> "By when they were resolved";
                    case REOPENED -> "By when they were reopened";
                    case ESCALATED -> "By when support said that it can’t resolve them";
                };
        };
    }

    private static List<String> chips(Drill drill, Names called) {
        var chips = new ArrayList<String>();
        for (var dimension : Dimension.values()) {
            var code = drill.only().get(dimension);
            if (code != null) {
                chips.add(called.of(dimension, code));
            }
        }
        for (var filter : Drill.Filter.values()) {
            var code = drill.filters().get(filter);
            if (code != null) {
                chips.add(chip(filter, code, called));
            }
        }
        return chips;
    }

    private static String chip(Drill.Filter filter, String code, Names called) {
        return switch (filter) {
            case TAG -> "Tagged " + code;
            case SENTIMENT -> "Mood: " + code;
            case ESCALATION -> EscalationReason.label(code);
            case SECONDARY -> "Also about " + called.theme(code);
            case RATING -> code.equals("unhappy") ? "Rated 1 or 2" : "Rated";
            case CUE -> "Customers who " + Cue.of(code).label();
        };
    }
}
