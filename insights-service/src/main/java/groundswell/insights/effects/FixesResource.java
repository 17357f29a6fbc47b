package groundswell.insights.effects;

import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.http.Caller;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/fixes}: what we fixed, and whether tickets fell (row I7). */
@Path("/api/fixes")
@Tag(name = "Launches and fixes")
@Produces(MediaType.APPLICATION_JSON)
public class FixesResource extends MarkersResource {
    FixesResource(Markers markers, EffectReader effects, Names.Source names, Caller caller) {
        super(Marker.Kind.FIX, "/api/fixes", markers, effects, names, caller);
    }
}
