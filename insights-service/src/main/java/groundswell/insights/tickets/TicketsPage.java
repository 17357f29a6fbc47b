package groundswell.insights.tickets;

import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.EscalationReason;
import groundswell.insights.Names;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /insights/tickets}: the list a number on a page opens. */
@Path("/insights/tickets")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class TicketsPage {
    private static final int PAGE = 25;

    /** One ticket as the list shows it. */
    record Line(TicketList.Item ticket, String theme, String team, String channel, String tone) {}

    /** @param more the address of the rows after these; null at the end */
    record Rows(List<Line> lines, @Nullable String more) {}

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance page(Drill drill, String what, List<String> chips, Rows rows);

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
    public TemplateInstance page(@BeanParam TicketsQuery query) {
        var drill = query.drill();
        var called = names.names();
        return Templates.page(drill, what(drill), chips(drill, called), rows(drill, query, called));
    }

    @GET
    @Path("rows")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance rows(@BeanParam TicketsQuery query) {
        return Templates.page$rows(rows(query.drill(), query, names.names()));
    }

    private Rows rows(Drill drill, TicketsQuery query, Names called) {
        var page = tickets.page(drill, query.cursor(), PAGE);
        var lines = page.items().stream()
                .map(ticket -> new Line(
                        ticket,
                        called.theme(ticket.theme()),
                        called.team(ticket.team()),
                        called.of(Dimension.CHANNEL, ticket.channel()),
                        tone(ticket)))
                .toList();
        return new Rows(
                lines, page.next() == null ? null : drill.rows(page.next().toString()));
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
                    case OPENED -> "By when they were opened";
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
        if (drill.tag() != null) {
            chips.add("Tagged " + drill.tag());
        }
        if (drill.escalation() != null) {
            chips.add(EscalationReason.label(drill.escalation()));
        }
        if (drill.secondary() != null) {
            chips.add("Also about " + called.theme(drill.secondary()));
        }
        return chips;
    }
}
