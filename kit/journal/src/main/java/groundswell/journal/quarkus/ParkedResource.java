package groundswell.journal.quarkus;

import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.Parked;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What consumers have put aside, for an administrator. A service gives it a path of its own by a subclass. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ParkedResource {
    private static final int MOST = 500;

    /** Which consumer parked it, and what: ids, types and error codes, never content. */
    public record Entry(String consumer, Parked.Entry record) {}

    private final Inboxes inboxes;

    protected ParkedResource(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed("admin")
    @Operation(summary = "Records that failed and were put aside, and what waits behind them in their stream")
    public List<Entry> list() throws SQLException {
        var entries = new ArrayList<Entry>();
        for (var inbox : inboxes.all().entrySet()) {
            for (var entry : inbox.getValue().parked().list(MOST)) {
                entries.add(new Entry(inbox.getKey(), entry));
            }
        }
        return entries;
    }

    @POST
    @Path("{consumer}/{topic}/{stream}/retry")
    @RunOnVirtualThread
    @RolesAllowed("admin")
    @Operation(summary = "Apply a stream's parked records in order, once the cause is mended")
    public Parked.Retried retry(String consumer, String topic, String stream) throws SQLException {
        return inbox(consumer).parked().retry(topic, stream);
    }

    @DELETE
    @Path("{consumer}/{topic}/{partition}/{offset}")
    @RunOnVirtualThread
    @RolesAllowed("admin")
    @Operation(summary = "Forget one parked record for good")
    public void drop(String consumer, String topic, int partition, long offset) throws SQLException {
        if (!inbox(consumer).parked().drop(topic, partition, offset)) {
            throw new NotFoundException("No such record is parked");
        }
    }

    private Inbox<?> inbox(String consumer) {
        var inbox = inboxes.all().get(consumer);
        if (inbox == null) {
            throw new NotFoundException("No consumer is called that");
        }
        return inbox;
    }
}
