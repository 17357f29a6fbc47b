package groundswell.consent.live;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** Requests by people of each role, with tokens like the house's own. */
public final class People {
    public static RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(token(role)).contentType("application/json");
    }

    public static RequestSpecification nobody() {
        return RestAssured.given().redirects().follow(false);
    }

    public static String token(String role) {
        return Jwt.subject(UUID.nameUUIDFromBytes(role.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .upn(role)
                .claim("name", "Sam " + role)
                .groups(Set.of(role))
                .sign();
    }

    private People() {}
}
