package groundswell.insights.effects;

import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.http.Caller;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/launches}: what we launched, and which themes rose with it (row I6). */
@Path("/api/launches")
@Tag(name = "Launches and fixes")
@Produces(MediaType.APPLICATION_JSON)
public class LaunchesResource extends MarkersResource {
    LaunchesResource(Markers markers, EffectReader effects, Names.Source names, Caller caller) {
        super(Marker.Kind.LAUNCH, "/api/launches", markers, effects, names, caller);
    }
}
