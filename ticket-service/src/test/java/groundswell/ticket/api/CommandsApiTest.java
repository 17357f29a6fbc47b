package groundswell.ticket.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import groundswell.journal.Journal;
import groundswell.stack.TestStack;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketEvent;
import groundswell.ticket.TicketEvent.AssignmentRefused;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandsApiTest {
    static final Duration SOON = Duration.ofSeconds(30);
    static final String ASSIGN = "groundswell.ticket.assign.v1";

    final Topic commands = new Topic("ticket.commands.v1");
    final Client agent = Client.as("agent");

    @Inject
    Journal<TicketCommand, Ticket, TicketEvent> journal;

    @Test
    void a_ticket_is_assigned_by_the_revision_its_sender_saw_and_only_once_for_each_id() {
        var path = agent.opened();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var command = UUID.randomUUID();

        commands.send(id, ASSIGN, command, Map.of("ticketId", id, "team", "revenue", "assignmentRevision", 0));
        commands.send(id, ASSIGN, command, Map.of("ticketId", id, "team", "revenue", "assignmentRevision", 0));
        commands.send(
                id, "groundswell.ticket.tag.v1", UUID.randomUUID(), Map.of("ticketId", id, "add", List.of("last")));

        await().atMost(SOON).untilAsserted(() -> agent.get(path).then().body("tags", contains("last")));
        agent.get(path)
                .then()
                .body("team", is("revenue"))
                .body("assignmentRevision", is(1))
                .body("version", is(3));
        assertThat(journal.read(id + "/refusals")).isEmpty();
    }

    @Test
    void an_assignment_by_an_older_revision_is_answered_by_a_refusal_outside_the_tickets_version() {
        var path = agent.opened();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var command = UUID.randomUUID();
        agent.put(path + "/assignee", Map.of("team", "product")).then().statusCode(200);

        commands.send(id, ASSIGN, command, Map.of("ticketId", id, "team", "revenue", "assignmentRevision", 0));
        commands.send(id, ASSIGN, command, Map.of("ticketId", id, "team", "revenue", "assignmentRevision", 0));
        commands.send(
                id, "groundswell.ticket.prioritise.v1", UUID.randomUUID(), Map.of("ticketId", id, "priority", "P1"));

        await().atMost(SOON).untilAsserted(() -> agent.get(path).then().body("priority", is("P1")));
        agent.get(path).then().body("team", is("product")).body("version", is(3));
        assertThat(journal.read(id + "/refusals"))
                .singleElement()
                .extracting(recorded -> (AssignmentRefused) recorded.event())
                .returns(command, AssignmentRefused::commandId)
                .returns(1, AssignmentRefused::assignmentRevision)
                .returns("stale-assignment", AssignmentRefused::reason);
    }

    @Test
    void a_copy_that_is_refused_for_another_reason_is_still_the_same_command_and_stops_nothing() {
        var path = agent.opened();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var command = UUID.randomUUID();
        agent.put(path + "/assignee", Map.of("team", "product")).then().statusCode(200);
        commands.send(id, ASSIGN, command, Map.of("ticketId", id, "team", "revenue", "assignmentRevision", 0));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(journal.read(id + "/refusals")).hasSize(1));
        agent.put(path + "/resolution", "*", Map.of("code", "fixed", "productArea", "billing", "issueType", "invoice"))
                .then()
                .statusCode(200);

        commands.send(id, ASSIGN, command, Map.of("ticketId", id, "team", "revenue", "assignmentRevision", 0));
        commands.send(
                id, "groundswell.ticket.prioritise.v1", UUID.randomUUID(), Map.of("ticketId", id, "priority", "P1"));

        await().atMost(SOON).untilAsserted(() -> agent.get(path).then().body("priority", is("P1")));
        assertThat(journal.read(id + "/refusals")).hasSize(1);
    }

    @Test
    void what_other_services_find_out_is_shown_on_the_ticket() {
        var path = agent.opened();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var request = UUID.randomUUID().toString();
        var routing = new Topic("routing.events.v1");
        var consent = new Topic("consent.events.v1");

        routing.send(
                id,
                "groundswell.routing.classified.v1",
                UUID.randomUUID(),
                Map.of("ticketId", id, "theme", "billing-double-charge", "secondary", List.of("billing-refund")));
        routing.send(
                id,
                "groundswell.routing.routed.v1",
                UUID.randomUUID(),
                Map.of(
                        "ticketId",
                        id,
                        "lane",
                        "triage",
                        "bestTeam",
                        "revenue",
                        "confidence",
                        0.7,
                        "decidedBy",
                        "model"));
        for (var state : List.of("asked", "granted")) {
            consent.send(
                    request,
                    "groundswell.consent." + state + ".v1",
                    UUID.randomUUID(),
                    Map.of(
                            "requestId",
                            request,
                            "ticketId",
                            id,
                            "scopes",
                            List.of("case_study"),
                            "until",
                            "2027-01-01T00:00:00Z",
                            "at",
                            "2026-01-12T10:00:00Z"));
        }

        await().atMost(SOON)
                .untilAsserted(() -> agent.get(path)
                        .then()
                        .body("theme", is("billing-double-charge"))
                        .body("secondaryThemes", contains("billing-refund"))
                        .body("lane", is("triage"))
                        .body("bestTeam", is("revenue"))
                        .body("confidence", is(0.7f))
                        .body("consent", is("granted"))
                        .body("consentScopes", contains("case_study"))
                        .body("consentUntil", is("2027-01-01T00:00:00Z")));
        routing.send(
                "taxonomy",
                "groundswell.routing.taxonomy-published.v1",
                UUID.randomUUID(),
                Map.of(
                        "version",
                        1,
                        "themes",
                        List.of(Map.of("code", "billing-double-charge", "name", "Billed two times", "team", "revenue")),
                        "at",
                        "2026-01-12T10:00:00Z"));
        await().atMost(SOON)
                .untilAsserted(() -> agent.request()
                        .accept("text/html")
                        .get("/tickets/" + id)
                        .then()
                        .body(containsString("Billed two times")));
        consent.send(
                request,
                "groundswell.consent.withdrawn.v1",
                UUID.randomUUID(),
                Map.of("requestId", request, "ticketId", id, "at", "2026-01-12T11:00:00Z"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        agent.get(path).then().body("consent", is("withdrawn")).body("consentScopes", empty()));
    }
}
