package groundswell.ticket.desk;

import groundswell.journal.StreamColumn;
import groundswell.ticket.Ticket;
import groundswell.ticket.Ticket.Opening;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code journal_stream} holds beside the snapshot, for lists. Streams that are no ticket leave all of it empty. */
final class TicketColumns {
    static final List<StreamColumn<Ticket>> ALL = List.of(
            opening("number", "bigint", Opening::number),
            column("status", "text", Ticket::status),
            opening("requester_id", "uuid", Opening::requesterId),
            column("team", "text", ticket -> ticket.assignment().team()),
            column("assignee_id", "uuid", ticket -> ticket.assignment().assigneeId()),
            column("priority", "text", Ticket::priority),
            column("merged_into", "uuid", ticket -> {
                var merge = ticket.merge();
                return merge == null ? null : merge.into();
            }),
            new StreamColumn<>(
                    "tags", "text", "string_to_array(v, ',')", of(ticket -> String.join(",", ticket.tags()))),
            opening("channel", "text", Opening::channel),
            opening("created_at", "timestamptz", Opening::at),
            column("updated_at", "timestamptz", Ticket::updatedAt));

    private static StreamColumn<Ticket> opening(String name, String type, Function<Opening, Object> value) {
        return StreamColumn.of(name, type, ticket -> {
            var opening = ticket.opening();
            return opening == null ? null : value.apply(opening);
        });
    }

    private static StreamColumn<Ticket> column(String name, String type, Function<Ticket, @Nullable Object> value) {
        return StreamColumn.of(name, type, of(value));
    }

    private static Function<Ticket, @Nullable Object> of(Function<Ticket, @Nullable Object> value) {
        return ticket -> ticket.opening() == null ? null : value.apply(ticket);
    }

    private TicketColumns() {}
}
