package groundswell.ticket.parked;

import groundswell.journal.quarkus.Inboxes;
import groundswell.journal.quarkus.ParkedResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events and commands that this service could not apply. */
@Path("/api/tickets/parked")
@Tag(name = "Operation")
public class ParkedRecordsResource extends ParkedResource {
    ParkedRecordsResource(Inboxes inboxes) {
        super(inboxes);
    }
}
