package groundswell.ticket.lists;

import groundswell.ticket.desk.Teams;
import groundswell.ticket.desk.Teams.Waiting;
import groundswell.ticket.http.Caller;
import groundswell.ticket.lists.QueueLook.Show;
import groundswell.ticket.lists.QueuePageView.Tab;
import groundswell.ticket.lists.TicketQuery.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a queue's page together: its tickets, and beside them the other teams and the other ways to look. */
@ApplicationScoped
class QueuePageViews {
    private final TicketLists lists;
    private final TicketRows rows;
    private final Teams teams;
    private final Caller caller;

    QueuePageViews(TicketLists lists, TicketRows rows, Teams teams, Caller caller) {
        this.lists = lists;
        this.rows = rows;
        this.teams = teams;
        this.caller = caller;
    }

    /** @param team null for all teams together */
    QueuePageView of(@Nullable String team, QueueLook look) {
        var waiting = teams.waiting();
        var queue = team == null ? "/queues" : "/queues/" + team;
        var here = waiting.stream()
                .filter(it -> team == null || team.equals(Objects.requireNonNullElse(it.code(), Teams.NONE)))
                .toList();
        var address = address(queue, look.shown(), look.sort());
        var page = lists.page(look.query(team, caller.person()));
        return new QueuePageView(
                team == null ? "Queues" : Teams.nameOf(team.equals(Teams.NONE) ? null : team),
                here.stream().mapToInt(Waiting::waiting).sum(),
                here.stream()
                        .map(Waiting::oldest)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                teamTabs(team, waiting),
                showTabs(queue, look),
                orderTabs(queue, look),
                rows.of(page.items(), true),
                page.next() == null ? null : address + "&after=" + page.next(),
                look.after == null ? address : null);
    }

    private static List<Tab> showTabs(String queue, QueueLook look) {
        return Stream.of(Show.values())
                .map(show -> new Tab(show.title, address(queue, show, look.sort()), show == look.shown(), null))
                .toList();
    }

    private static List<Tab> orderTabs(String queue, QueueLook look) {
        return List.of(
                orderTab("Longest waiting", queue, look, Sort.CREATED),
                orderTab("Priority", queue, look, Sort.PRIORITY));
    }

    private static Tab orderTab(String name, String queue, QueueLook look, Sort sort) {
        return new Tab(name, address(queue, look.shown(), sort), look.sort() == sort, null);
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
}
