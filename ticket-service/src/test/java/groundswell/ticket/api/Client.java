package groundswell.ticket.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Somebody with a role who speaks to the running service. */
record Client(String token) {
    static final UUID ADA = UUID.fromString("6512bd43-d9ca-46e0-a90b-9c1d2e3f4a5b");

    static Client as(String role) {
        return as(role, ADA);
    }

    static Client as(String role, UUID person) {
        return new Client(Jwt.subject(person.toString())
                .upn(role + "@example.org")
                .groups(Set.of(role))
                .expiresIn(Duration.ofHours(1))
                .sign());
    }

    static Client expired() {
        return new Client(Jwt.subject(ADA.toString())
                .groups("agent")
                .issuedAt(Instant.now().minusSeconds(7200))
                .expiresAt(Instant.now().minusSeconds(3600))
                .sign());
    }

    RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    Response post(String path, Object body) {
        return request().body(body).post(path);
    }

    Response put(String path, Object body) {
        return request().body(body).put(path);
    }

    Response put(String path, String version, Object body) {
        return request().header("If-Match", version).body(body).put(path);
    }

    Response delete(String path) {
        return request().delete(path);
    }

    Response get(String path) {
        return request().get(path);
    }

    /** A ticket of somebody who never wrote before. */
    static Map<String, Object> ticket() {
        return ticket(UUID.randomUUID() + "@example.org");
    }

    static Map<String, Object> ticket(String email) {
        return new HashMap<>(Map.of(
                "subject",
                "Charged twice",
                "description",
                "We were charged twice in January.",
                "channel",
                "email",
                "requester",
                Map.of("name", "Jo Doe", "email", email, "accountId", "acme", "company", "Acme")));
    }

    /** The path of a fresh ticket. */
    String opened() {
        return post("/api/tickets", ticket())
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }
}
