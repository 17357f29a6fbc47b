package groundswell.ticket.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketNamesApiTest {
    final Client agent = Client.as("agent");
    String address;
    String number;

    @BeforeEach
    void open() {
        address = agent.opened();
        number = agent.get(address).path("number");
    }

    @Test
    void a_ticket_answers_to_its_number_as_to_its_id() {
        var byId = agent.get(address);
        for (var name : List.of(number, number.toLowerCase(Locale.ROOT), number.replace("TKT-", ""))) {
            var byNumber = agent.request().redirects().follow(false).get("/api/tickets/" + name);
            byNumber.then()
                    .statusCode(200)
                    .header("ETag", byId.header("ETag"))
                    .header("Content-Location", endsWith(address));
            assertThat(byNumber.asString()).isEqualTo(byId.asString());
        }
        agent.get("/api/tickets/" + number + "/timeline")
                .then()
                .statusCode(200)
                .body("ticketId", is(byId.<String>path("id")))
                .body("entries[0].what", is("opened"));
    }

    @Test
    void a_page_answers_to_the_number_too() {
        agent.request()
                .redirects()
                .follow(false)
                .get("/tickets/" + number)
                .then()
                .statusCode(200)
                .body(containsString("<bdi>Charged twice</bdi>"));
    }

    @Test
    void a_number_nobody_has_and_a_name_that_is_none_are_not_found() {
        agent.get("/api/tickets/TKT-999999999999999999")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("/problems/no-such-ticket"));
        for (var name : List.of(
                "TKT-0", "TKT--1", "TKT-", "TKT-1e3", "0", "TKT-99999999999999999999", "1-1-1-1-1", "from-chats")) {
            agent.get("/api/tickets/" + name).then().statusCode(404).body("type", is("/problems/not-found"));
            agent.get("/api/tickets/" + name + "/timeline").then().statusCode(404);
            agent.get("/tickets/" + name).then().statusCode(404);
        }
    }

    @Test
    void a_number_opens_no_door_that_the_id_does_not() {
        given().get("/api/tickets/" + number).then().statusCode(401);
        given().get("/tickets/" + number).then().statusCode(401);
        Client.as("legal").get("/api/tickets/" + number).then().statusCode(200).body("subject", nullValue());
    }
}
