package groundswell.routing.decision;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A database that takes no connections is to be waited for; it is no fault of the request, nor of the service. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseAwayApiTest {
    @Inject
    DataSource database;

    @Test
    void while_the_database_is_away_callers_are_told_to_come_again() throws SQLException {
        var name = name();
        var decision = "/api/routing/decisions/" + UUID.randomUUID();
        var elsewhere = TestStack.shared().newDatabase();
        try (var operator = DriverManager.getConnection(elsewhere.jdbcUrl(), elsewhere.user(), elsewhere.password())) {
            run(operator, "alter database " + name + " allow_connections false");
            run(operator, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            try {
                later(as().get("/api/routing/triage"));
                later(as().get(decision));
                later(as().body(Map.of("team", "product", "reason", "other")).put(decision + "/team"));
            } finally {
                run(operator, "alter database " + name + " allow_connections true");
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as().get("/api/routing/triage").then().statusCode(200));
    }

    private static void later(io.restassured.response.Response response) {
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/journal-busy"));
    }

    private String name() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getCatalog();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RequestSpecification as() {
        return given().contentType(ContentType.JSON).auth().oauth2(Tokens.of("agent"));
    }
}
