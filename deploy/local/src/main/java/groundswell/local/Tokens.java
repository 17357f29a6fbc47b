package groundswell.local;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

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
        var now = Instant.now();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(persona.id().toString());
        claims.setStringClaim("upn", persona.name().toLowerCase(Locale.ROOT) + "@groundswell.example");
        claims.setStringClaim("name", persona.fullName());
        claims.setStringListClaim("groups", List.of(persona.role()));
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
        var signed = new JsonWebSignature();
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signed.setHeader("typ", "JWT");
        signed.setKey(key);
        signed.setPayload(claims.toJson());
        try {
            return signed.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
    }

    /** One file per role, {@code lead.jwt}, readable by its owner only. */
    void writeTo(Path folder) {
        for (var role : Persona.roles()) {
            PrivateFiles.write(folder.resolve(role + ".jwt"), issue(Persona.of(role), OF_A_FILE));
        }
    }
}
