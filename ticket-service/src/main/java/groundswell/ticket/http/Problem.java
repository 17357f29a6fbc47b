package groundswell.ticket.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong and what to do about it (RFC 9457). The type is stable; programs decide by it. It never repeats what a
 * customer wrote.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field, and what would be accepted there. */
    public record Fault(String field, String message) {}

    public static Problem of(int status, String reason, String title, String detail) {
        return new Problem("/problems/" + reason, title, status, detail, null);
    }

    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                "/problems/invalid-request",
                "Some fields are not acceptable",
                400,
                "Correct the fields named in errors.",
                faults);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new Fault(field, message)));
    }

    public Response asResponse() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }
}
