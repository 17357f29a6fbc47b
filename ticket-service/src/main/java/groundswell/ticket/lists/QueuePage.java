package groundswell.ticket.lists;

import groundswell.ticket.TicketStatus;
import groundswell.ticket.desk.Colleagues;
import groundswell.ticket.desk.Teams;
import groundswell.ticket.desk.Teams.Waiting;
import groundswell.ticket.desk.Words;
import groundswell.ticket.http.Caller;
import groundswell.ticket.lists.QueuePageView.Tab;
import groundswell.ticket.lists.TicketQuery.Sort;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The work of one team, or of all: what waits longest stands first, unless one asks for what presses most. */
@Path("/queues")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
public class QueuePage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance queue(QueuePageView q);
    }

    /** What of a queue is shown. */
    enum Show {
        WAITING("waiting", "Needs someone"),
        MINE("mine", "Mine"),
        FREE("free", "Nobody’s"),
        PENDING("pending", "Waiting for customer");

        final String word;
        final String title;

        Show(String word, String title) {
            this.word = word;
            this.title = title;
        }

        static Show of(String word) {
            return Stream.of(values())
                    .filter(show -> show.word.equals(word))
                    .findFirst()
                    .orElse(WAITING);
        }
    }

    /** How the reader looks at a queue, as the address says it. */
    public static class Look {
        @QueryParam("show")
        @DefaultValue("waiting")
        String show = "waiting";

        @QueryParam("order")
        @DefaultValue("oldest")
        String order = "oldest";

        @QueryParam("after")
        @Nullable
        String after;

        Show shown() {
            return Show.of(show);
        }

        Sort sort() {
            return order.equals("priority") ? Sort.PRIORITY : Sort.CREATED;
        }
    }

    private final TicketLists lists;
    private final TicketRows rows;
    private final Teams teams;
    private final Colleagues colleagues;
    private final Caller caller;
    private final JsonWebToken token;
    private final Clock clock;

    QueuePage(
            TicketLists lists,
            TicketRows rows,
            Teams teams,
            Colleagues colleagues,
            Caller caller,
            JsonWebToken token,
            Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.teams = teams;
        this.colleagues = colleagues;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance all(@BeanParam Look look) {
        return page(null, look);
    }

    @GET
    @Path("{team}")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance ofTeam(@PathParam("team") String team, @BeanParam Look look) {
        return page(team, look);
    }

    private TemplateInstance page(@Nullable String team, Look look) {
        colleagues.meet(token);
        var waiting = teams.waiting();
        var here = team == null ? "/queues" : "/queues/" + team;
        var page = lists.page(query(team, look));
        return Templates.queue(new QueuePageView(
                team == null ? "Queues" : Teams.nameOf(team.equals(Teams.NONE) ? null : team),
                sentence(waiting.stream()
                        .filter(it -> team == null || team.equals(Objects.requireNonNullElse(it.code(), Teams.NONE)))
                        .toList()),
                teamTabs(team, waiting),
                Stream.of(Show.values())
                        .map(show -> new Tab(show.title, address(here, show, look.sort()), show == look.shown(), null))
                        .toList(),
                List.of(
                        new Tab(
                                "Longest waiting",
                                address(here, look.shown(), Sort.CREATED),
                                look.sort() == Sort.CREATED,
                                null),
                        new Tab(
                                "Priority",
                                address(here, look.shown(), Sort.PRIORITY),
                                look.sort() == Sort.PRIORITY,
                                null)),
                rows.of(page.items(), true),
                page.next() == null ? null : address(here, look.shown(), look.sort()) + "&after=" + page.next()));
    }

    private TicketQuery query(@Nullable String team, Look look) {
        var show = look.shown();
        boolean waitsForCustomer = show == Show.PENDING;
        boolean mine = show == Show.MINE;
        var parameters = new ListParameters();
        parameters.status = waitsForCustomer
                ? List.of(TicketStatus.PENDING.toString())
                : mine
                        ? words(TicketStatus.OPEN, TicketStatus.IN_PROGRESS, TicketStatus.PENDING)
                        : words(TicketStatus.OPEN, TicketStatus.IN_PROGRESS);
        parameters.team = team == null ? List.of() : List.of(team);
        parameters.assignee =
                mine ? List.of(caller.person().toString()) : show == Show.FREE ? List.of("none") : List.of();
        parameters.sort = look.sort().toString();
        parameters.after = look.after;
        return parameters.query();
    }

    private static List<String> words(TicketStatus... statuses) {
        return Stream.of(statuses).map(TicketStatus::toString).toList();
    }

    private static String address(String here, Show show, Sort sort) {
        return here + "?show=" + show.word + (sort == Sort.PRIORITY ? "&order=priority" : "&order=oldest");
    }

    private static List<Tab> teamTabs(@Nullable String team, List<Waiting> waiting) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(
                "All",
                "/queues",
                team == null,
                waiting.stream().mapToInt(Waiting::waiting).sum()));
        for (var each : waiting) {
            var code = Objects.requireNonNullElse(each.code(), Teams.NONE);
            tabs.add(new Tab(Teams.nameOf(each.code()), "/queues/" + code, code.equals(team), each.waiting()));
        }
        return List.copyOf(tabs);
    }

    private String sentence(List<Waiting> waiting) {
        int count = waiting.stream().mapToInt(Waiting::waiting).sum();
        var oldest =
                waiting.stream().map(Waiting::oldest).filter(Objects::nonNull).min(Comparator.naturalOrder());
        if (count == 0 || oldest.isEmpty()) {
            return "Nothing needs anybody now";
        }
        Instant since = oldest.get();
        var age = Words.minutes(
                Math.max(0, Duration.between(since, clock.instant()).toMinutes()));
        return count == 1
                ? "1 ticket needs someone, for " + age
                : count + " tickets need someone, the oldest for " + age;
    }
}
