package groundswell.routing.dealing;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever people do to tickets and teams, each open ticket is in one list that somebody looks at: a team's queue or
 * triage. The real tables and the real policies, with ticket-service played by the test.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneVisiblePlaceApiTest {
    static final List<String> TEAMS = List.of("product", "revenue", "reliability");
    static final Object ALWAYS = List.of(Map.of("days", WeeklyShift.DAYS, "from", "00:00", "to", "24:00"));
    private static final int TICKETS = 25;
    private static final int ROUNDS = 6;
    private static final int STEPS = 25;

    /** A ticket as ticket-service has it. */
    private static final class Ticket {
        final UUID id;
        int revision;
        boolean open = true;

        @Nullable
        String team;

        @Nullable
        UUID person;

        Ticket(UUID id) {
            this.id = id;
        }
    }

    @Inject
    TicketFeed feed;

    @Inject
    DataSource database;

    @Inject
    WhenAtWorkThenDeal dealer;

    private final List<Ticket> tickets = new ArrayList<>();
    private final Map<String, Ticket> byId = new HashMap<>();
    private final Map<UUID, String> people = new HashMap<>();
    private final Set<String> executed = new HashSet<>();

    @AfterEach
    void goHome() {
        people.forEach((person, team) -> as("lead").delete("/api/teams/" + team + "/members/" + person));
        tickets.stream().filter(ticket -> ticket.open).forEach(ticket -> feed.resolved(ticket.id));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void every_open_ticket_is_in_exactly_one_list_whatever_people_do(long seed) throws SQLException {
        var random = new Random(seed);
        try (var commands = new Topic("ticket.commands.v1")) {
            for (int i = 0; i < TICKETS; i++) tickets.add(open(random));
            tickets.forEach(ticket -> byId.put(ticket.id.toString(), ticket));
            for (int round = 0; round < ROUNDS; round++) {
                for (int step = 0; step < STEPS; step++) act(random, commands);
                settle(commands);
                assertPlaces();
            }
        }
    }

    /** Of erased customers: nobody's random word teaches a model that other tests read with. */
    private Ticket open(Random random) {
        var words = saying("Question", "Hi team, following up on my last message.");
        return new Ticket(feed.open((random.nextBoolean() ? words.tagged("idea") : words).erased()));
    }

    private void act(Random random, Topic commands) throws SQLException {
        var ticket = tickets.get(random.nextInt(tickets.size()));
        switch (random.nextInt(9)) {
            case 0, 1 -> assign(ticket, anyTeam(random), anyPerson(random));
            case 2 -> {
                if (ticket.open) feed.resolved(ticket.id);
                else feed.reopened(ticket.id);
                ticket.open = !ticket.open;
            }
            case 3 -> feed.happened(ticket.id, random.nextBoolean() ? "paused" : "resumed", Instant.now());
            case 4 -> join(UUID.randomUUID(), TEAMS.get(random.nextInt(TEAMS.size())));
            case 5 -> leave(random);
            case 6 -> move(ticket, TEAMS.get(random.nextInt(TEAMS.size())));
            case 7 -> dealer.dealAll();
            default -> execute(commands);
        }
    }

    private static @Nullable String anyTeam(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "marketing";
            case 1 -> null;
            default -> TEAMS.get(random.nextInt(TEAMS.size()));
        };
    }

    private @Nullable UUID anyPerson(Random random) {
        if (people.isEmpty() || random.nextInt(3) == 0) return null;
        return List.copyOf(people.keySet()).get(random.nextInt(people.size()));
    }

    private void join(UUID person, String team) {
        as("lead")
                .body(Map.of("timeZone", "UTC", "hours", ALWAYS, "capacity", 3))
                .put("/api/teams/" + team + "/members/" + person)
                .then()
                .statusCode(200);
        people.put(person, team);
    }

    private void leave(Random random) {
        var person = anyPerson(random);
        if (person == null) return;
        as("lead").delete("/api/teams/" + people.remove(person) + "/members/" + person);
    }

    /** By routing's own page, where it is known there already. */
    private static void move(Ticket ticket, String team) {
        as("agent")
                .body(Map.of("team", team, "reason", "needs_their_skill"))
                .put("/api/routing/decisions/" + ticket.id + "/team");
    }

    /** As ticket-service decides: without a team it stays with the one it has, and what is as it was is no news. */
    private boolean assign(Ticket ticket, @Nullable String team, @Nullable UUID person) {
        return assign(ticket, team, person, "agent:x", "x");
    }

    private boolean assign(Ticket ticket, @Nullable String team, @Nullable UUID person, String actor, String cause) {
        var next = team == null ? ticket.team : team;
        if (!ticket.open) return false;
        if (Objects.equals(next, ticket.team) && Objects.equals(person, ticket.person)) return true;
        ticket.team = next;
        ticket.person = person;
        feed.assigned(ticket.id, next, person, ++ticket.revision, actor, cause);
        return true;
    }

    /** Each command once, and a wish that has seen an older assignment is refused. */
    private boolean execute(Topic commands) {
        boolean any = false;
        for (var command : commands.all()) {
            var ticket = byId.get(command.key());
            var id = command.headers().get("ce_id");
            if (ticket == null || !executed.add(id)) continue;
            any = true;
            boolean done = command.data().path("assignmentRevision").asInt() == ticket.revision
                    && assign(ticket, text(command, "team"), person(command), "policy:routing", id);
            if (!done) feed.refused(ticket.id, UUID.fromString(id), ticket.revision);
        }
        return any;
    }

    private static @Nullable String text(Message command, String field) {
        return command.data().hasNonNull(field) ? command.data().path(field).asText() : null;
    }

    private static @Nullable UUID person(Message command) {
        var text = text(command, "assigneeId");
        return text == null ? null : UUID.fromString(text);
    }

    /** Until all was read and decided, and nothing more is asked for. */
    private void settle(Topic commands) throws SQLException {
        do {
            await().until(this::allIsRead);
            dealer.dealAll();
            await().until(() -> count("select count(*) from routing_command where sent_at is null") == 0);
        } while (execute(commands));
    }

    private boolean allIsRead() throws SQLException {
        for (var ticket : tickets) {
            if (count(
                            "select count(*) from routing_ticket where ticket_id = '%s' and assignment_revision = %d and waiting = %b and lane is not null"
                                    .formatted(ticket.id, ticket.revision, ticket.open))
                    == 0) return false;
        }
        return true;
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void assertPlaces() {
        var places = new HashMap<String, List<String>>();
        listed("/api/routing/triage")
                .forEach(
                        id -> places.computeIfAbsent(id, _ -> new ArrayList<>()).add("triage"));
        for (var team : TEAMS)
            listed("/api/routing/queues/" + team)
                    .forEach(id ->
                            places.computeIfAbsent(id, _ -> new ArrayList<>()).add(team));
        for (var ticket : tickets) {
            var expected = ticket.team != null && TEAMS.contains(ticket.team) ? ticket.team : "triage";
            assertThat(places.getOrDefault(ticket.id.toString(), List.of()))
                    .as("%s of %s with %s", ticket.id, ticket.team, ticket.person)
                    .isEqualTo(ticket.open ? List.of(expected) : List.of());
        }
    }

    /** Page after page. */
    private static List<String> listed(String list) {
        var ids = new ArrayList<String>();
        String after = null;
        do {
            var asked = as("lead").queryParam("limit", 200);
            var page = (after == null ? asked : asked.queryParam("after", after))
                    .get(list)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.ticketId"));
            after = page.getString("next");
        } while (after != null);
        return ids;
    }

    private static RequestSpecification as(String role) {
        return given().contentType(ContentType.JSON).auth().oauth2(Tokens.of(role));
    }
}
