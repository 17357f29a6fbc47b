package groundswell.ticket.lists;

import groundswell.ticket.desk.TicketView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param next the cursor to send as {@code after} for the following page; null on the last one */
public record TicketPage(
        List<TicketView> items,

        @Nullable @Schema(description = "Send it as after; null on the last page")
        String next) {}
