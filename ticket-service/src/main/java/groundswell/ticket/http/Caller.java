package groundswell.ticket.http;

import groundswell.journal.Cause;
import groundswell.journal.Submission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who asks, under which conditions, and as part of what: read from the token and the headers of the present request. */
@RequestScoped
public class Caller {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"|(\\d{1,18})");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final JsonWebToken token;
    private final HttpHeaders headers;

    Caller(JsonWebToken token, HttpHeaders headers) {
        this.token = token;
        this.headers = headers;
    }

    /** Whom idempotency keys belong to. */
    public String client() {
        return token.getSubject();
    }

    /** The person; a system without an id of this form gets one of its name. */
    public UUID person() {
        try {
            return UUID.fromString(token.getSubject());
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(token.getSubject().getBytes(StandardCharsets.UTF_8));
        }
    }

    public boolean is(String role) {
        Set<String> groups = token.getGroups();
        return groups != null && groups.contains(role);
    }

    /** People outside support and product see a ticket without what identifies a person or was said by one. */
    public boolean readsWords() {
        return (!is("pr") && !is("legal")) || is("admin");
    }

    public Cause cause() {
        var correlation = headers.getHeaderString("X-Correlation-Id");
        var trace = headers.getHeaderString("traceparent");
        return new Cause(
                (is("integrator") ? "system:" : "agent:") + person(),
                correlation != null && SAFE.matcher(correlation).matches()
                        ? correlation
                        : UUID.randomUUID().toString(),
                null,
                trace != null && SAFE.matcher(trace).matches() ? trace : null);
    }

    /** The version that the caller believes to change, from If-Match. */
    public long expected() {
        var header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null || header.equals("*")) {
            return Submission.ANY;
        }
        var match = ETAG.matcher(header.strip());
        if (!match.matches()) {
            throw Refused.because(
                    400,
                    "bad-if-match",
                    "If-Match is not a version",
                    "Send the ticket's ETag as it came, such as \"3\".");
        }
        return Long.parseLong(match.group(1) == null ? match.group(2) : match.group(1));
    }

    /** As {@link #expected}, where a change that ends something must not hit a ticket its caller has not seen. */
    public long expectedForSure() {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw Refused.because(
                    428,
                    "if-match-required",
                    "This change needs If-Match",
                    "Read the ticket and send its ETag as If-Match, or * for any version.");
        }
        return expected();
    }

    public @Nullable String idempotencyKey() {
        var key = headers.getHeaderString("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw Refused.because(
                    400,
                    "bad-idempotency-key",
                    "Idempotency-Key is not acceptable",
                    "Send 1 to 255 printable ASCII characters without spaces, such as a UUID.");
        }
        return key;
    }
}
