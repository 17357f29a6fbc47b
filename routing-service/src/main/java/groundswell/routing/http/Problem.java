package groundswell.routing.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that says what went wrong and what to do (RFC 9457). {@code type} never changes; it quotes nothing sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Wrong> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field of the request, and what is allowed there. */
    public record Wrong(String field, String message) {}

    static Problem of(int status, String reason, String title, String detail) {
        return new Problem("/problems/" + reason, title, status, detail, null);
    }

    static Problem invalid(List<Wrong> errors) {
        return new Problem(
                "/problems/invalid-request",
                "The request holds something that is not allowed",
                400,
                "Correct the fields in errors and send it again.",
                errors);
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }
}
