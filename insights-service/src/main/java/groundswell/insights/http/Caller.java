package groundswell.insights.http;

import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, from the token and the headers of the present request. */
@RequestScoped
public class Caller {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private final JsonWebToken token;
    private final HttpHeaders headers;

    Caller(JsonWebToken token, HttpHeaders headers) {
        this.token = token;
        this.headers = headers;
    }

    /** The person's id; a subject that is no UUID gets one of its own, always the same. */
    public UUID person() {
        var subject = String.valueOf(token.getSubject());
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException notAnId) {
            return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As it stands beside a change: {@code agent:…}, or {@code system:…} for a program. */
    public String actor() {
        return (has("integrator") ? "system:" : "agent:") + person();
    }

    public boolean has(String... roles) {
        return token.getGroups() != null && !Collections.disjoint(token.getGroups(), Set.of(roles));
    }

    /** The version that the caller has seen, from If-Match. */
    public int expectedVersion() {
        var header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw new InsightsRefused(Reason.IF_MATCH_MISSING, "Send the ETag that you have read as If-Match.");
        }
        var match = ETAG.matcher(header.strip());
        if (!match.matches()) {
            throw new InsightsRefused(Reason.CHANGED_MEANWHILE, "If-Match must be the ETag of a GET, such as \"3\".");
        }
        return Integer.parseInt(match.group(1));
    }
}
