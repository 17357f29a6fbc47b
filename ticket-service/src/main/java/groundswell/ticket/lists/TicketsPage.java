package groundswell.ticket.lists;

import groundswell.ticket.Channel;
import groundswell.ticket.Priority;
import groundswell.ticket.TicketStatus;
import groundswell.ticket.desk.Badge;
import groundswell.ticket.desk.Choice;
import groundswell.ticket.desk.Colleagues;
import groundswell.ticket.desk.Teams;
import groundswell.ui.Ui;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All tickets with the filters of the API, whose names and values its address shares. */
@Path("/tickets")
public class TicketsPage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance tickets(TicketsPageView p);
    }

    private static final String LAST_CHANGE = "-updated";

    private final TicketLists lists;
    private final TicketRows rows;
    private final Teams teams;
    private final Colleagues colleagues;
    private final JsonWebToken token;

    TicketsPage(TicketLists lists, TicketRows rows, Teams teams, Colleagues colleagues, JsonWebToken token) {
        this.lists = lists;
        this.rows = rows;
        this.teams = teams;
        this.colleagues = colleagues;
        this.token = token;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @Operation(hidden = true)
    public TemplateInstance page(@BeanParam ListParameters asked, @Context UriInfo address) {
        colleagues.meet(token);
        var form = FilterForm.of(asked);
        var page = lists.page(form.parameters().query());
        return Templates.tickets(new TicketsPageView(
                form.filter(),
                any(
                        "Any",
                        Choice.of(TicketStatus.class, status -> Badge.of(status).word(), form.status()).stream()
                                .filter(choice -> !choice.value().equals(TicketStatus.UNOPENED.toString()))),
                any(
                        "Any",
                        Stream.concat(
                                teams.choices(form.namedTeam()).stream(),
                                Stream.of(new Choice(Teams.NONE, "No team", Teams.NONE.equals(form.team()))))),
                any(
                        "Any",
                        Choice.of(Priority.class, priority -> Badge.of(priority).word(), form.priority()).stream()),
                any("Any", Choice.of(Channel.class, channel -> Ui.words(channel), form.channel()).stream()),
                any(
                        "Anybody",
                        Stream.concat(
                                Stream.of(new Choice("none", "Nobody yet", "none".equals(form.assignee()))),
                                colleagues.names().assignable(form.assigneeId()).stream())),
                List.of(
                        order(LAST_CHANGE, "Last change", form),
                        order("-created", "Newest", form),
                        order("created", "Oldest", form),
                        order("priority", "Priority", form)),
                rows.of(page.items(), !form.parameters().sort.equals(LAST_CHANGE)),
                page.next() == null ? null : "/tickets?" + form.query() + "after=" + page.next()));
    }

    private static Choice order(String sort, String name, FilterForm form) {
        return new Choice(sort, name, sort.equals(form.parameters().sort));
    }

    private static List<Choice> any(String name, Stream<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", name, false)), choices).toList();
    }
}
