package groundswell.routing.http;

import groundswell.journal.Cause;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who asks, and as part of what: from the token and the headers of the present request. */
@RequestScoped
public class Caller {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private final JsonWebToken token;
    private final HttpHeaders headers;

    Caller(JsonWebToken token, HttpHeaders headers) {
        this.token = token;
        this.headers = headers;
    }

    public Cause cause() {
        var correlation = code("X-Correlation-Id");
        return new Cause(
                "agent:" + person(),
                correlation == null ? UUID.randomUUID().toString() : correlation,
                null,
                code("traceparent"));
    }

    /** The person's id; a subject that is no UUID gets one of its own, always the same. */
    private UUID person() {
        var subject = String.valueOf(token.getSubject());
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException notAnId) {
            return UUID.nameUUIDFromBytes(subject.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private @Nullable String code(String header) {
        var value = headers.getHeaderString(header);
        return value != null && CODE.matcher(value).matches() ? value : null;
    }
}
