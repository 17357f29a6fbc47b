package groundswell.routing.parked;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParkedApiTest {
    private static final String PARKED = "/api/routing/parked";

    @Inject
    TicketFeed tickets;

    @Test
    void an_administrator_sees_what_could_not_be_applied_and_drops_it_so_that_the_ticket_goes_on() {
        var ticket = tickets.open(saying("Invoice", "please").tagged("billing"));
        tickets.garbled(ticket);
        tickets.resolved(ticket);

        await().atMost(Duration.ofSeconds(20)).until(() -> parkedOf(ticket.toString()) == 2);
        Map<String, Object> poison = parked().getMap("find { it.record.stream == '" + ticket + "' }.record");
        var place = PARKED + "/routing/" + poison.get("topic") + "/";
        as("admin")
                .delete(place + poison.get("partition") + "/" + poison.get("offset"))
                .then()
                .statusCode(204);
        as("admin").post(place + ticket + "/retry").then().statusCode(200).body("applied", is(1));

        assertThat(parkedOf(ticket.toString())).isZero();
    }

    @Test
    void nobody_else_sees_it() {
        as("ops").get(PARKED).then().statusCode(403);
        given().get(PARKED).then().statusCode(401);
    }

    private static int parkedOf(String stream) {
        return parked().getList("findAll { it.consumer == 'routing' && it.record.stream == '" + stream + "' }")
                .size();
    }

    private static JsonPath parked() {
        return as("admin").get(PARKED).jsonPath();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }
}
