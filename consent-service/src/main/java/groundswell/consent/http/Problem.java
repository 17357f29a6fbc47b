package groundswell.consent.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What went wrong and what to do about it (RFC 9457). The type is stable; programs decide by it. It never repeats what
 * somebody wrote.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field, and what would be accepted there. */
    public record Fault(String field, String message) {}

    public static Problem of(int status, String reason, String detail) {
        return new Problem("/problems/" + reason, title(reason), status, detail, List.of());
    }

    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                "/problems/invalid-request", "Invalid request", 400, "Correct the fields named in errors.", faults);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new Fault(field, message)));
    }

    private static String title(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1).replace('-', ' ');
    }

    public Response asResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
