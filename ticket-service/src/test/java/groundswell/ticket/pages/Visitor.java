package groundswell.ticket.pages;

import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Somebody who looks at pages, as the gateway lets them in: each request of their browser carries their token. */
record Visitor(UUID id, String token) {
    static final String PROMISES = "**/routing/decisions/*/times";

    static Visitor agent(String name) {
        return of("agent", name);
    }

    static Visitor of(String role, String name) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Visitor(
                id,
                Jwt.subject(id.toString())
                        .upn(role + "@example.org")
                        .claim("name", name)
                        .groups(Set.of(role))
                        .expiresIn(Duration.ofHours(1))
                        .sign());
    }

    /** What routing-service adds to a ticket's page is not there: nothing is promised. */
    void visits(Page page, URI house, String path) {
        page.route(PROMISES, route -> route.fulfill(new FulfillOptions().setStatus(204)));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
        page.navigate(house.resolve(path).toString());
    }

    Opened opens(String subject, String name) {
        return opens(subject, name, UUID.randomUUID() + "@example.org");
    }

    Opened opens(String subject, String name, String email) {
        var requester = Map.of("name", name, "email", email, "company", "Northwind Trading", "plan", "business");
        var answer = request()
                .body(Map.of(
                        "subject",
                        subject,
                        "description",
                        "Hello,\n\nsince Monday this does not work for us.\nIt stops at 87 %.",
                        "channel",
                        "email",
                        "requester",
                        requester))
                .post("/api/tickets");
        answer.then().statusCode(201);
        return new Opened(this, answer.path("id"), answer.path("number"), email);
    }

    Response reads(Opened ticket, String part) {
        return request().get("/api/tickets/" + ticket.id() + "/" + part);
    }

    RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A ticket they opened. */
    record Opened(Visitor by, String id, String number, String email) {
        void is(Map<String, ?> what, String part) {
            by.request()
                    .body(what)
                    .put("/api/tickets/" + id + "/" + part)
                    .then()
                    .statusCode(200);
        }

        void says(String where, String words) {
            by.request()
                    .body(Map.of("body", words))
                    .post("/api/tickets/" + id + "/" + where)
                    .then()
                    .statusCode(201);
        }

        void customerSays(String words) {
            says("customer-messages", words);
        }
    }
}
