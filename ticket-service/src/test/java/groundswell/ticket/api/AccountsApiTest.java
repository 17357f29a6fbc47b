package groundswell.ticket.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a customer system knows is told once, and nothing that cannot be. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountsApiTest {
    @Inject
    DataSource database;

    final Client agent = Client.as("agent");
    final Client crm = Client.as("integrator");

    @Test
    void an_account_is_described_as_a_whole_and_told_only_when_it_changes() throws SQLException {
        var id = "acme-" + UUID.randomUUID();
        var path = "/api/accounts/" + id;
        agent.get(path).then().statusCode(404).body("type", is("/problems/no-such-account"));
        for (int i = 0; i < 3; i++) {
            crm.put(path, Map.of("plan", "team", "nps", 9, "cohorts", List.of("b", "a", "b")))
                    .then()
                    .statusCode(200)
                    .body("cohorts", is(List.of("a", "b")))
                    .body("bigCustomer", is(false));
        }
        crm.put(path, Map.of("churnedAt", "2026-02-01T00:00:00Z")).then().body("plan", nullValue());
        agent.get(path).then().statusCode(200).body("churnedAt", is("2026-02-01T00:00:00Z"));

        assertThat(told("account:" + id)).isEqualTo(2);
        agent.get("/api/tickets").then().statusCode(200); // an account is no ticket of the list
    }

    private long told(String stream) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from journal_event where stream_id = ?")) {
            query.setString(1, stream);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void customers_are_counted_by_day_and_a_later_count_takes_its_place() {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        crm.put("/api/customers/" + day, Map.of("active", 4_000)).then().statusCode(200);
        crm.put("/api/customers/" + day, Map.of("active", 4_210)).then().body("active", is(4_210));
        agent.get("/api/customers/" + day).then().body("active", is(4_210));
        agent.get("/api/customers/1999-01-01").then().statusCode(404).body("type", is("/problems/not-counted"));
    }

    @Test
    void what_cannot_be_is_refused_and_leaves_nothing() {
        var path = "/api/accounts/never-" + UUID.randomUUID();
        for (var wrong : List.of(
                Map.of("nps", 11),
                Map.of("churnedAt", "2999-01-01T00:00:00Z"),
                Map.of("plan", "a\nb"),
                Map.of("cohorts", List.of("")))) {
            crm.put(path, wrong).then().statusCode(400).body("type", is("/problems/invalid-request"));
        }
        crm.get(path).then().statusCode(404);
        crm.put("/api/customers/yesterday", Map.of("active", 1)).then().statusCode(400);
        crm.put("/api/customers/2999-01-01", Map.of("active", 1)).then().statusCode(400);
        crm.put("/api/customers/2026-01-01", Map.of("active", -1)).then().statusCode(400);
        agent.put(path, Map.of()).then().statusCode(403);
        agent.put("/api/customers/2026-01-01", Map.of("active", 1)).then().statusCode(403);
    }
}
