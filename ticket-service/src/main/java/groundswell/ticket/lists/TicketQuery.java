package groundswell.ticket.lists;

import groundswell.ticket.Channel;
import groundswell.ticket.Priority;
import groundswell.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tickets, in which order, from where on. Empty lists and nulls do not narrow. */
public record TicketQuery(
        @Nullable Long number,
        @Nullable UUID requester,
        @Nullable UUID mergedInto,
        boolean unmerged,
        List<TicketStatus> status,
        List<String> team,
        List<UUID> assignee,
        boolean unassigned,
        List<Priority> priority,
        List<String> tag,
        List<Channel> channel,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable Instant updatedFrom,
        @Nullable Instant updatedTo,
        Sort sort,
        @Nullable Cursor after,
        int limit) {
    /** Ascending, or with a leading minus descending. Equal values stand in the order of their ids. */
    public enum Sort {
        CREATED("created", "created_at", true),
        CREATED_DOWN("-created", "created_at", false),
        UPDATED("updated", "updated_at", true),
        UPDATED_DOWN("-updated", "updated_at", false),
        PRIORITY("priority", "priority", true),
        PRIORITY_DOWN("-priority", "priority", false);

        final String word;
        final String column;
        final boolean up;

        Sort(String word, String column, boolean up) {
            this.word = word;
            this.column = column;
            this.up = up;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
