package groundswell.routing.http;

import groundswell.journal.Cause;
import groundswell.routing.PeopleNames;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who asks, and as part of what: from the token and the headers of the present request. */
@RequestScoped
public class Caller {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

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

    /** The version that the caller changes, from If-Match: a change of all rules must not undo one that was not seen. */
    public int expectedVersion() {
        var header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null) throw Refused.ifMatchMissing();
        var match = ETAG.matcher(header.strip());
        if (!match.matches()) throw Refused.ifMatchUnreadable();
        return Integer.parseInt(match.group(1));
    }

    /** Whether to show what only those who set up the house may do. */
    public boolean maySetUp() {
        return token.getGroups() != null && !Collections.disjoint(token.getGroups(), Set.of("lead", "ops", "admin"));
    }

    /** Whether to show what only those who decide on themes may do. */
    public boolean mayTeach() {
        return token.getGroups() != null
                && !Collections.disjoint(token.getGroups(), Set.of("lead", "ops", "product", "admin"));
    }

    /** Whether they may act for other people. */
    public boolean isLead() {
        return token.getGroups() != null && !Collections.disjoint(token.getGroups(), Set.of("lead", "admin"));
    }

    /** Whether to show what only those who answer tickets may do. */
    public boolean mayMove() {
        return token.getGroups() != null && !Collections.disjoint(token.getGroups(), Set.of("agent", "lead", "admin"));
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

    /** Pages know them from now on by what their token calls them. */
    public void introduce(PeopleNames names) {
        var name = token.<String>getClaim("name");
        if (name != null) names.meet(person(), name);
    }

    private @Nullable String code(String header) {
        var value = headers.getHeaderString(header);
        return value != null && CODE.matcher(value).matches() ? value : null;
    }
}
