package groundswell.insights.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9457: a stable type for programs, a sentence for people. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<Wrong> errors) {
    /** What is wrong with one field. */
    public record Wrong(String field, String message) {}

    static Response of(String type, String title, int status, @Nullable String detail) {
        return new Problem(URI.create("/problems/" + type), title, status, detail, null).response();
    }

    Response response() {
        return Response.status(status)
                .type("application/problem+json")
                .entity(this)
                .build();
    }
}
