package groundswell.insights.newsworthy;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import groundswell.insights.InsightsEvent.LeadEvent;
import groundswell.insights.InsightsEvent.LeadFound;
import groundswell.insights.InsightsEvent.LeadJudged;
import groundswell.insights.InsightsEvent.LeadRetracted;
import groundswell.insights.Told;
import groundswell.insights.Week;
import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is newsworthy of a week that is over is told once, taken back where it was none, and learnt from. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LeadsApiTest {
    static final Week WEEK = Week.of(Instant.now(), ZoneOffset.UTC).previous().previous();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_lead_is_told_once_and_it_is_noted_what_became_of_it() throws Exception {
        customersAreUnhappyWith("lost-notes");
        var lead = told("lost-notes", LeadFound.class).getFirst();
        assertThat(lead.week()).isEqualTo(WEEK.toString());
        assertThat(lead.tickets()).isEqualTo(25);
        assertThat(lead.conditions().getLast().passed()).isTrue();
        assertThat(lead.sentence()).contains(WEEK.toString(), "gave 1 or 2, against");
        assertThat(lead.at()).isEqualTo(WEEK.closed(ZoneOffset.UTC).span().to());
        assertThat(item("lost-notes")).containsEntry("leadId", lead.leadId().toString());
        assertThat(item("lost-notes").get("outcome")).isNull();

        judge("agent", lead.leadId(), "acted_on").then().statusCode(403);
        judge("pr", lead.leadId(), "loved").then().statusCode(400).body("type", equalTo("/problems/unknown-outcome"));
        judge("pr", UUID.randomUUID(), "acted_on").then().statusCode(404).body("type", equalTo("/problems/no-lead"));
        judge("pr", lead.leadId(), "acted_on").then().statusCode(204);
        judge("product", lead.leadId(), "acted_on").then().statusCode(204);
        assertThat(item("lost-notes")).containsEntry("outcome", "acted_on");
        assertThat(told("lost-notes", LeadJudged.class))
                .singleElement()
                .satisfies(judged -> assertThat(judged.outcome()).isEqualTo("acted_on"));
        assertThat(told("lost-notes", LeadFound.class))
                .extracting(LeadFound::lane)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_page_of_a_week_that_is_over_asks_those_who_may_judge() throws Exception {
        customersAreUnhappyWith("lost-drafts");
        var lead = told("lost-drafts", LeadFound.class).getFirst();
        var address = "/insights/newsworthy?week=" + WEEK;
        as("pr").get(address).then().body(containsString("aria-label=\"Dismissed: lost-drafts\""));
        as("agent").get(address).then().body(not(containsString("Dismissed: lost-drafts")));
        as("pr").contentType(ContentType.URLENC)
                .body("outcome=dismissed")
                .post("/insights/newsworthy/leads/" + lead.leadId() + "/outcome")
                .then()
                .statusCode(204)
                .header("HX-Redirect", address);
        as("pr").get(address)
                .then()
                .body(containsString("aria-label=\"Acted on: lost-drafts\""))
                .body(not(containsString("aria-label=\"Dismissed: lost-drafts\"")));
        as("pr").get("/insights/newsworthy/thresholds").then().body(containsString("leads that were judged"));
    }

    @Test
    void what_turns_out_to_be_about_something_else_is_taken_back() throws Exception {
        var tickets = customersAreUnhappyWith("lost-boards");
        var lead = told("lost-boards", LeadFound.class).getFirst();
        var world = World.published(kafka);
        for (int i = 0; i < tickets.size(); i++) {
            world.classified(tickets.get(i), "lost-boards-" + i);
        }
        assertThat(told("lost-boards", LeadRetracted.class).getFirst().leadId()).isEqualTo(lead.leadId());
        assertThat(item("lost-boards")).isEmpty();
        judge("pr", lead.leadId(), "dismissed").then().statusCode(404);
    }

    /** Few tickets, far apart, all of them rated badly, among as many that were rated well. */
    private List<UUID> customersAreUnhappyWith(String theme) throws Exception {
        var world = World.published(kafka);
        var start = WEEK.closed(ZoneOffset.UTC).span().from();
        var tickets = new ArrayList<UUID>();
        for (int i = 0; i < 25; i++) {
            var ago = Duration.between(start.plus(Duration.ofHours(6L * i + 5)), Instant.now());
            tickets.add(world.rated(theme, 1, ago));
            world.rated("well-answered", 5, ago);
            world.rated("well-answered", 5, ago.minusHours(1));
        }
        return tickets;
    }

    private <E extends LeadEvent> List<E> told(String theme, Class<E> kind) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Told.on(kafka, kind).stream()
                                .filter(event -> event.theme().equals(theme))
                                .toList(),
                        told -> !told.isEmpty());
    }

    private static Map<String, Object> item(String theme) {
        var items = as("pr").get("/api/insights/newsworthy?week=" + WEEK).jsonPath();
        return items.<Map<String, Object>>getList("items").stream()
                .filter(item -> theme.equals(item.get("theme")))
                .findFirst()
                .orElse(Map.of());
    }

    private static Response judge(String role, UUID lead, String outcome) {
        return as(role).contentType(ContentType.JSON)
                .body("{\"outcome\": \"" + outcome + "\"}")
                .put("/api/insights/newsworthy/leads/" + lead + "/outcome");
    }
}
