package groundswell.insights.counting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code GET /api/insights/recount}: are the counts exact? Reads every ticket, so it is for operators only. */
@Path("/api/insights/recount")
@RolesAllowed({"ops", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class RecountResource {
    private final Recount recount;

    RecountResource(Recount recount) {
        this.recount = recount;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "Count all tickets again and compare",
            description = "Both sides are seen at one moment; equal is what every other answer promises.")
    public Recount.Result recount() throws SQLException {
        return recount.compare();
    }
}
