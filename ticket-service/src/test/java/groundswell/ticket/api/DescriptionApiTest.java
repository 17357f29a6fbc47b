package groundswell.ticket.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DescriptionApiTest {
    @Test
    void every_address_is_described_with_its_conditions_and_problems() {
        var closure = "paths['/api/tickets/{ticketId}/closure'].put";
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/api/tickets",
                                "/api/tickets/from-chat",
                                "/api/tickets/{ticketId}",
                                "/api/tickets/{ticketId}/timeline",
                                "/api/tickets/{ticketId}/replies",
                                "/api/tickets/{ticketId}/customer-messages",
                                "/api/tickets/{ticketId}/notes",
                                "/api/tickets/{ticketId}/assignee",
                                "/api/tickets/{ticketId}/status",
                                "/api/tickets/{ticketId}/resolution",
                                "/api/tickets/{ticketId}/closure",
                                "/api/tickets/{ticketId}/priority",
                                "/api/tickets/{ticketId}/tags",
                                "/api/tickets/{ticketId}/category",
                                "/api/imports",
                                "/api/imports/{id}"))
                .body(closure + ".parameters.name", hasItems("If-Match", "Idempotency-Key"))
                .body(closure + ".responses.keySet()", hasItems("200", "409", "412", "428", "default"));
    }

    @Test
    void it_says_when_it_is_ready() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
