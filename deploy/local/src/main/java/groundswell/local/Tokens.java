package groundswell.local;

import io.smallrye.jwt.build.Jwt;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;

/** Bearer tokens of the personas: {@code iss}, {@code sub}, {@code upn}, {@code name} and the one role in {@code groups}. */
public final class Tokens {
    static final String ISSUER = "groundswell";

    /** A token file outlives a long weekend and a long run; every start writes new ones. */
    private static final Duration OF_A_FILE = Duration.ofDays(30);

    private final PrivateKey key;

    Tokens(PrivateKey key) {
        this.key = key;
    }

    public String issue(Persona persona, Duration validity) {
        return Jwt.issuer(ISSUER)
                .subject(persona.id().toString())
                .upn(persona.name().toLowerCase(java.util.Locale.ROOT) + "@groundswell.example")
                .claim("name", persona.fullName())
                .groups(persona.role())
                .expiresAt(Instant.now().plus(validity))
                .sign(key);
    }

    /** One file per role, {@code lead.jwt}, readable by its owner only. */
    void writeTo(Path folder) {
        for (var role : Persona.roles()) {
            PrivateFiles.write(folder.resolve(role + ".jwt"), issue(Persona.of(role), OF_A_FILE));
        }
    }
}
