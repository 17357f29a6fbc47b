package groundswell.routing.parked;

import groundswell.journal.quarkus.Inboxes;
import groundswell.journal.quarkus.ParkedResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that this service could not apply. */
@Path("/api/routing/parked")
@Tag(name = "Operation")
public class ParkedRecordsResource extends ParkedResource {
    ParkedRecordsResource(Inboxes inboxes) {
        super(inboxes);
    }
}
