package groundswell.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** One line through the whole house. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FromTicketToStoryTest {
    static final TestHouse HOUSE = TestHouse.shared();

    final Caller crm = HOUSE.as("integrator");
    final Caller agent = HOUSE.as("agent");
    final Caller lead = HOUSE.as("lead");
    final Caller pr = HOUSE.as("pr");
    final Caller ops = HOUSE.as("ops");
    final Caller customer = HOUSE.asCustomer();

    @Test
    void a_ticket_goes_in_and_a_routed_ticket_a_theme_and_a_safe_story_come_out() {
        var id = anInternalSystemPostsRetriesAndGetsTheSameTicket();
        theTicketIsRoutedWithAnExplanation(id);
        anAgentAnswersAndResolves(id);
        var link = theCustomerConsents(id);
        var story = prFindsTheAnonymisedStory(id);
        theCustomerWithdrawsAndTheStoryIsGone(id, link, story);
        aggregatesEqualARecount();
    }

    private String anInternalSystemPostsRetriesAndGetsTheSameTicket() {
        var key = UUID.randomUUID().toString();
        var body = """
                {"subject": "Charged twice for the May invoice", "channel": "email", "priority": "P2",
                 "description": "Hello, this is Rosa Keller of Keller Bikes. We were charged twice for invoice INV-20418, \
                please refund the second payment. You reach me at rosa@keller-bikes.example or +49 30 901820.",
                 "requester": {"name": "Rosa Keller", "email": "rosa@keller-bikes.example", "company": "Keller Bikes",
                               "accountId": "acc-77", "plan": "team", "size": "11-50", "industry": "retail"}}""";
        var first = crm.post("/api/tickets", body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Location"))
                .endsWith("/api/tickets/" + first.json().path("id").asText());
        assertThat(agent.get(first.header("Location")).status()).isEqualTo(200);

        var again = crm.post("/api/tickets", body, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(crm.post("/api/tickets", body.replace("P2", "P1"), "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        return first.json().path("id").asText();
    }

    private void theTicketIsRoutedWithAnExplanation(String id) {
        eventually(() -> {
            var decision = agent.get("/api/routing/decisions/" + id);
            assertThat(decision.status()).isEqualTo(200);
            assertThat(decision.json().path("theme").path("code").asText())
                    .as(decision.body())
                    .isNotEmpty();
            assertThat(decision.json().path("wouldChange")).isNotEmpty();
        });
        if (agent.get("/api/routing/decisions/" + id)
                .json()
                .path("lane")
                .asText()
                .equals("triage")) {
            var moved = agent.put(
                    "/api/routing/decisions/" + id + "/team", "{\"team\": \"revenue\", \"reason\": \"wrong_team\"}");
            assertThat(moved.status()).as(moved.body()).isLessThan(300);
        }
        eventually(() -> assertThat(ticket(id).path("team").asText()).isEqualTo("revenue"));
    }

    private void anAgentAnswersAndResolves(String id) {
        var reply =
                agent.post("/api/tickets/" + id + "/replies", "{\"body\": \"The second payment is on its way back.\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        var resolved = agent.put(
                "/api/tickets/" + id + "/resolution",
                "{\"code\": \"fixed\", \"productArea\": \"billing\", \"issueType\": \"bug\"}",
                "If-Match",
                agent.get("/api/tickets/" + id).header("ETag"));
        assertThat(resolved.status()).as(resolved.body()).isLessThan(300);
        assertThat(ticket(id).path("status").asText()).isEqualTo("resolved");
        assertThat(agent.get("/api/tickets/" + id + "/timeline").body()).contains("resolved");
    }

    private String theCustomerConsents(String id) {
        var asked = new Caller.Answer[1];
        eventually(() -> {
            asked[0] =
                    agent.post("/api/consents", "{\"ticketId\": \"%s\", \"scopes\": [\"case_study\"]}".formatted(id));
            assertThat(asked[0].status()).as(asked[0].body()).isEqualTo(201);
        });
        var link = asked[0].json().path("link").asText();
        var path = link.substring(link.indexOf("/consent/"));
        assertThat(customer.get(path).status()).isEqualTo(200);
        assertThat(consentState(id)).isEqualTo("asked");
        var granted = customer.send(
                "POST",
                path,
                "decision=grant&scopes=case_study&retention=two_years&credit=anonymous",
                "application/x-www-form-urlencoded");
        assertThat(granted.status()).as(granted.body()).isBetween(200, 303);
        eventually(() -> assertThat(ticket(id).path("consent").asText()).isEqualTo("granted"));
        return path;
    }

    private String prFindsTheAnonymisedStory(String id) {
        var drafted = pr.post("/api/stories", "{\"ticketId\": \"%s\"}".formatted(id));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        var story = drafted.json().path("id").asText();
        var review = pr.get("/api/stories/" + story);
        assertThat(review.status()).isEqualTo(200);
        assertThat(stories()).doesNotContain(story);

        var checked = pr.put("/api/stories/" + story + "/check", checkedText(review.json()));
        assertThat(checked.status()).as(checked.body()).isLessThan(300);
        var released = pr.post("/api/stories/" + story + "/release", "{}");
        assertThat(released.status()).as(released.body()).isLessThan(300);

        assertThat(stories())
                .contains(story)
                .doesNotContainIgnoringCase("Rosa")
                .doesNotContainIgnoringCase("Keller")
                .doesNotContain("20418")
                .doesNotContain("901820");
        return story;
    }

    private static String checkedText(JsonNode review) {
        return review.path("redacted").toString();
    }

    private void theCustomerWithdrawsAndTheStoryIsGone(String id, String path, String story) {
        var withdrawn = customer.send("POST", path, "decision=withdraw", "application/x-www-form-urlencoded");
        assertThat(withdrawn.status()).as(withdrawn.body()).isBetween(200, 303);
        assertThat(stories()).doesNotContain(story);
        eventually(() -> assertThat(ticket(id).path("consent").asText()).isEqualTo("withdrawn"));
    }

    private void aggregatesEqualARecount() {
        eventually(() -> {
            var recount = ops.get("/api/insights/recount");
            assertThat(recount.status()).isEqualTo(200);
            assertThat(recount.json().path("equal").asBoolean())
                    .as(recount.body())
                    .isTrue();
        });
        eventually(() -> assertThat(
                        ops.get("/api/insights/aggregates?window=24h&by=team").body())
                .contains("revenue"));
    }

    private JsonNode ticket(String id) {
        return agent.get("/api/tickets/" + id).json();
    }

    private String consentState(String id) {
        return agent.get("/api/consents?ticket=" + id)
                .json()
                .path("items")
                .path(0)
                .path("status")
                .asText();
    }

    private String stories() {
        var answer = pr.get("/api/stories");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(condition);
    }
}
