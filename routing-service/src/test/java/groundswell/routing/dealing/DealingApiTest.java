package groundswell.routing.dealing;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.routing.Topic;
import groundswell.routing.Topic.Message;
import groundswell.routing.WeeklyShift;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a team's queue to a person, and back. Rounds are dealt when the test says so. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DealingApiTest {
    static final String TEAM = "reliability";
    static final Object ALWAYS = List.of(Map.of("days", WeeklyShift.DAYS, "from", "00:00", "to", "24:00"));

    static Topic events, commands;

    @Inject
    TicketFeed tickets;

    @Inject
    DataSource database;

    @Inject
    WhenAtWorkThenDeal dealer;

    final List<UUID> people = new ArrayList<>();

    @BeforeAll
    static void read() {
        events = new Topic("routing.events.v1");
        commands = new Topic("ticket.commands.v1");
    }

    @AfterAll
    static void close() {
        events.close();
        commands.close();
    }

    @AfterEach
    void leave() {
        people.forEach(person -> as("lead").delete("/api/teams/" + TEAM + "/members/" + person));
    }

    private UUID person(Map<String, Object> more) {
        var id = UUID.randomUUID();
        var wish = new HashMap<String, Object>(Map.of("timeZone", "UTC", "hours", ALWAYS, "capacity", 1000));
        wish.putAll(more);
        as("lead")
                .body(wish)
                .put("/api/teams/" + TEAM + "/members/" + id)
                .then()
                .statusCode(200);
        people.add(id);
        return id;
    }

    /** One that is with the team, and known here to be. */
    private UUID waiting(String... tags) throws SQLException {
        var ticket = tickets.open(saying("Down", "x").tagged(tags));
        tickets.assigned(ticket, TEAM, 1, "agent:x", "x");
        await().until(() -> revision(ticket) == 1);
        return ticket;
    }

    private int revision(UUID ticket) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select assignment_revision from routing_ticket where ticket_id = ?")) {
            query.setObject(1, ticket);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : -1;
            }
        }
    }

    private static List<Message> asked(UUID ticket) {
        return commands.of(ticket).stream()
                .filter(message ->
                        message.headers().getOrDefault("ce_actor", "").contains("deal"))
                .toList();
    }

    @Test
    void a_ticket_of_the_queue_is_given_to_somebody_at_work_once() throws SQLException {
        var ada = person(Map.of());
        var ticket = waiting("a");
        dealer.dealAll();
        dealer.dealAll();

        var command = await().until(() -> asked(ticket), list -> !list.isEmpty());
        assertThat(command).hasSize(1);
        assertThat(command.getFirst().data().path("assigneeId").asText()).isEqualTo(ada.toString());
        assertThat(command.getFirst().data().path("assignmentRevision").asInt()).isEqualTo(1);
        assertThat(command.getFirst().data().path("reason").asText()).isEqualTo("balanced");
    }

    @Test
    void a_refused_deal_is_tried_again_on_the_newer_assignment() throws SQLException {
        person(Map.of());
        var ticket = waiting("a");
        dealer.dealAll();
        tickets.assigned(ticket, TEAM, 2, "agent:x", "x");
        await().until(() -> revision(ticket) == 2);
        dealer.dealAll();
        await().untilAsserted(() -> assertThat(asked(ticket))
                .extracting(message -> message.data().path("assignmentRevision").asInt())
                .containsExactly(1, 2));
    }

    @Test
    void a_deal_that_was_refused_as_the_ticket_was_resolved_is_made_again_once_it_is_open() throws SQLException {
        person(Map.of());
        var ticket = waiting("a");
        dealer.dealAll();
        var first = await().until(() -> asked(ticket), list -> !list.isEmpty()).getFirst();
        tickets.resolved(ticket);
        tickets.refused(ticket, UUID.fromString(first.headers().get("ce_id")), 1);
        tickets.reopened(ticket);
        await().untilAsserted(() -> {
            dealer.dealAll();
            assertThat(asked(ticket)).hasSize(2);
        });
        assertThat(asked(ticket).getLast().data().path("assignmentRevision").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void a_ticket_of_a_team_that_is_not_there_is_seen_in_triage(boolean decidedBefore, boolean withPerson)
            throws SQLException {
        var person = withPerson ? person(Map.of("name", "Noor Haddad")) : null;
        var words = decidedBefore
                ? saying("Idea", "A kite").tagged("idea")
                : saying("Charged twice", "You took the same amount twice.");
        var ticket = tickets.open(words.openedAt(Instant.parse("2019-01-01T00:00:00Z")));
        if (decidedBefore) await().until(() -> commands.of(ticket), list -> !list.isEmpty());
        tickets.assigned(ticket, "marketing", person, 1);
        await().until(() -> revision(ticket) == 1);
        await().untilAsserted(() -> as("agent")
                .get("/api/routing/triage?limit=200")
                .then()
                .body("items.ticketId", hasItem(ticket.toString())));
        dealer.dealAll();
        tickets.assigned(ticket, "marketing", null, 2);
        await().until(() -> revision(ticket) == 2);
        as("agent").get("/api/routing/triage?limit=200").then().body("items.ticketId", hasItem(ticket.toString()));
        tickets.resolved(ticket);
    }

    @Test
    void what_somebody_took_before_it_had_a_team_is_seen_in_triage_and_let_go_when_they_leave() throws SQLException {
        var ben = person(Map.of("name", "Ben Okoye"));
        var ticket = tickets.open(saying("Question", "Hi team, following up on my last message.")
                .openedAt(Instant.parse("2019-01-01T00:00:00Z")));
        tickets.assigned(ticket, null, ben, 1);
        await().until(() -> revision(ticket) == 1);
        await().untilAsserted(() -> as("agent")
                .get("/api/routing/triage?limit=200")
                .then()
                .body("items.find { it.ticketId == '" + ticket + "' }.heldBy", is("Ben Okoye")));

        as("lead").delete("/api/teams/" + TEAM + "/members/" + ben).then().statusCode(204);
        dealer.dealAll();
        var command =
                await().until(() -> asked(ticket), list -> !list.isEmpty()).getFirst();
        assertThat(command.data().hasNonNull("team")).isFalse();
        assertThat(command.data().hasNonNull("assigneeId")).isFalse();
        assertThat(handedOn(ticket)).hasSize(1);
        tickets.resolved(ticket);
    }

    @Test
    void a_name_with_a_control_character_is_refused_and_nobody_joins() {
        var path = "/api/teams/" + TEAM + "/members/" + UUID.randomUUID();
        for (var name : List.of("a\u0000b", " ", "a\nb"))
            as("lead").body(Map.of("name", name)).put(path).then().statusCode(400);
    }

    @Test
    void rounds_at_once_in_many_replicas_give_each_ticket_to_one_person() throws Exception {
        for (int i = 0; i < 3; i++) person(Map.of());
        var queue = new ArrayList<UUID>();
        for (int i = 0; i < 30; i++) queue.add(tickets.open(saying("Down", "x").tagged("a")));
        for (var ticket : queue) tickets.assigned(ticket, TEAM, 1, "agent:x", "x");
        for (var ticket : queue) await().until(() -> revision(ticket) == 1);
        Callable<Void> round = () -> {
            for (int i = 0; i < 20; i++) dealer.dealAll();
            return null;
        };
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var done : replicas.invokeAll(List.of(round, round, round, round))) done.get();
        }
        dealer.dealAll();
        await().untilAsserted(() -> {
            for (var ticket : queue) assertThat(asked(ticket)).hasSize(1);
        });
        var load = new HashMap<String, Integer>();
        for (var ticket : queue)
            load.merge(asked(ticket).getFirst().data().path("assigneeId").asText(), 1, Integer::sum);
        assertThat(load.keySet())
                .containsAll(people.stream().map(UUID::toString).toList());
        var mine = people.stream()
                .map(p -> load.getOrDefault(p.toString(), 0))
                .sorted()
                .toList();
        assertThat(mine.getLast() - mine.getFirst()).isLessThanOrEqualTo(1);
    }

    @Test
    void nobody_at_work_leaves_it_in_the_queue() throws SQLException {
        var away = person(Map.of());
        presence("lead", away, false, 204);
        var ticket = waiting("a");
        dealer.dealAll();
        assertThat(asked(ticket)).isEmpty();
        as("agent")
                .get("/api/teams/" + TEAM + "/members")
                .then()
                .body("find { it.id == '" + away + "' }.atWork", is(false))
                .body("id", hasItem(away.toString()));
        presence("lead", away, true, 204);
        dealer.dealAll();
        await().untilAsserted(() -> assertThat(asked(ticket)).hasSize(1));
    }

    @Test
    void whoever_leaves_the_team_leaves_their_tickets_to_it() throws SQLException {
        var ben = person(Map.of());
        var ticket = waiting("a");
        tickets.assigned(ticket, TEAM, ben, 2);
        await().until(() -> revision(ticket) == 2);
        dealer.dealAll();
        assertThat(handedOn(ticket)).isEmpty();

        as("lead").delete("/api/teams/" + TEAM + "/members/" + ben).then().statusCode(204);
        dealer.dealAll();
        dealer.dealAll();

        await().untilAsserted(() -> assertThat(handedOn(ticket)).hasSize(1));
        assertThat(handedOn(ticket).getFirst().data().path("reason").asText()).isEqualTo("left");
        var command = await().until(() -> asked(ticket), list -> !list.isEmpty());
        assertThat(command).hasSize(1);
        assertThat(command.getFirst().data().hasNonNull("assigneeId")).isFalse();
    }

    @Test
    void only_a_lead_says_of_somebody_else_that_they_are_away() {
        var cleo = person(Map.of());
        presence("agent", cleo, false, 403);
        presence("lead", UUID.randomUUID(), false, 404);
        as("lead")
                .body(Map.of())
                .put("/api/teams/" + TEAM + "/members/" + cleo + "/presence")
                .then()
                .statusCode(400);
        presence("lead", cleo, false, 204);
        presence("lead", cleo, false, 204);
        await().untilAsserted(() -> assertThat(events.of("person:" + cleo)).hasSize(1));
    }

    @Test
    void how_a_team_deals_is_changed_and_told() {
        var path = "/api/teams/product/dealing";
        var rules = Map.of("mode", "round_robin", "relaxAfterMinutes", 5, "returnAfterMinutes", 10);
        as("agent").body(rules).put(path).then().statusCode(403);
        as("lead")
                .body(Map.of("mode", "lottery", "relaxAfterMinutes", 5, "returnAfterMinutes", 10))
                .put(path)
                .then()
                .statusCode(400);
        as("lead")
                .body(Map.of("mode", "manual", "relaxAfterMinutes", -1, "returnAfterMinutes", 0))
                .put(path)
                .then()
                .statusCode(400);
        as("lead").body(rules).put("/api/teams/none/dealing").then().statusCode(404);
        try {
            as("lead").body(rules).put(path).then().statusCode(200);
            as("agent").get(path).then().body("mode", is("round_robin")).body("returnAfterMinutes", is(10));
            await().untilAsserted(() -> assertThat(events.of("team:product")
                            .getLast()
                            .data()
                            .at("/dealing/mode")
                            .asText())
                    .isEqualTo("round_robin"));
        } finally {
            as("lead")
                    .body(Map.of("mode", "balanced", "relaxAfterMinutes", 30, "returnAfterMinutes", 30))
                    .put(path)
                    .then()
                    .statusCode(200);
        }
    }

    private static List<Message> handedOn(UUID ticket) {
        return events.of(ticket).stream()
                .filter(message -> message.type().equals("groundswell.routing.handed-on.v1"))
                .toList();
    }

    private static void presence(String role, UUID person, boolean present, int status) {
        as(role).body(Map.of("present", present))
                .put("/api/teams/" + TEAM + "/members/" + person + "/presence")
                .then()
                .statusCode(status);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
