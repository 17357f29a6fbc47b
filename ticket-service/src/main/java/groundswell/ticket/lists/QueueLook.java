package groundswell.ticket.lists;

import groundswell.ticket.TicketStatus;
import groundswell.ticket.lists.TicketQuery.Sort;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the reader looks at a queue, as the address says it. */
public class QueueLook {
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

    /** The list that is asked for; {@code me} where only one's own tickets are. */
    TicketQuery query(@Nullable String team, UUID me) {
        var show = shown();
        var parameters = new ListParameters();
        parameters.status = switch (show) {
            case WAITING, FREE -> words(TicketStatus.OPEN, TicketStatus.IN_PROGRESS);
            case MINE -> words(TicketStatus.OPEN, TicketStatus.IN_PROGRESS, TicketStatus.PENDING);
            case PENDING -> words(TicketStatus.PENDING);
        };
        parameters.team = team == null ? List.of() : List.of(team);
        parameters.assignee = switch (show) {
            case MINE -> List.of(me.toString());
            case FREE -> List.of("none");
            case WAITING, PENDING -> List.of();
        };
        parameters.mergedInto = "none";
        parameters.sort = sort().toString();
        parameters.after = after;
        return parameters.query();
    }

    private static List<String> words(TicketStatus... statuses) {
        return Stream.of(statuses).map(TicketStatus::toString).toList();
    }
}
