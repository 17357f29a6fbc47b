package groundswell.local.gateway;

import groundswell.local.Persona;
import groundswell.local.Tokens;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is logged in, in memory: after a restart of the gateway everybody logs in again. The cookie holds 256 random bits
 * and nothing else; the bearer token never reaches the browser.
 */
final class Sessions {
    static final String COOKIE = "groundswell-session";
    private static final Duration VALID = Duration.ofHours(12);
    private static final int ID_BYTES = 32;

    record Session(Persona persona, String token, Instant until) {}

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Tokens tokens;
    private final Clock clock;

    Sessions(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    Cookie begin(Persona persona) {
        sessions.values().removeIf(this::isOver);
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(
                id,
                new Session(
                        persona, tokens.issue(persona, VALID), clock.instant().plus(VALID)));
        return cookie(id).setMaxAge(VALID.toSeconds());
    }

    Optional<Session> of(HttpServerRequest request) {
        return id(request).flatMap(id -> Optional.ofNullable(sessions.get(id))).filter(session -> !isOver(session));
    }

    Cookie end(HttpServerRequest request) {
        id(request).ifPresent(sessions::remove);
        return cookie("").setMaxAge(0);
    }

    private boolean isOver(Session session) {
        return !clock.instant().isBefore(session.until());
    }

    private static Optional<String> id(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue);
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/");
    }
}
