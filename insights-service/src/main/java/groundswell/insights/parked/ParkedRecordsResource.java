package groundswell.insights.parked;

import groundswell.journal.quarkus.Inboxes;
import groundswell.journal.quarkus.ParkedResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that this service could not apply. */
@Path("/api/insights/parked")
@Tag(name = "Operation")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedRecordsResource extends ParkedResource {
    ParkedRecordsResource(Inboxes inboxes) {
        super(inboxes);
    }
}
