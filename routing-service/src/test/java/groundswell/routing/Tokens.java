package groundswell.routing;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Tokens as the gateway passes them on. */
public final class Tokens {
    public static final UUID ADA = UUID.fromString("7d3f0a52-1b64-4a57-9c1e-52d1f6a0b003");

    public static String of(String role) {
        return Jwt.subject(ADA.toString())
                .upn(role)
                .claim("name", "Ada Moreno")
                .groups(Set.of(role))
                .expiresIn(Duration.ofHours(1))
                .sign();
    }

    private Tokens() {}
}
