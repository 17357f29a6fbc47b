package groundswell.routing.sla;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.routing.Topic;
import groundswell.routing.Topic.Message;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Time targets from the ticket's events to those of routing, with real timers. P1 is promised an hour, at every hour. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TargetsApiTest {
    /** Enough to meet transactions at every step, few enough that the work ends. */
    private static final int KILLS = 15;

    static Topic events;

    @Inject
    TicketFeed tickets;

    @Inject
    DataSource database;

    @Inject
    Timers timers;

    @BeforeAll
    static void read() {
        events = new Topic("routing.events.v1");
    }

    @AfterAll
    static void close() {
        events.close();
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private UUID opened(int minutesAgo) {
        return tickets.open(saying("Help", "x").tagged("billing").priority("P1").openedAt(minutesAgo(minutesAgo)));
    }

    @Test
    void a_first_reply_that_is_missed_is_told_once_and_an_answer_that_was_in_time_after_all_retracts_it() {
        var ticket = opened(70);

        await().untilAsserted(() -> assertThat(told(ticket, "first_reply")).containsExactly("started", "breached"));
        targets(ticket).body("find { it.target == 'first_reply' }.status", is("breached"));

        tickets.happened(ticket, "replied", minutesAgo(40));

        await().untilAsserted(() ->
                assertThat(told(ticket, "first_reply")).containsExactly("started", "breached", "retracted", "met"));
        targets(ticket).body("find { it.target == 'first_reply' }.status", is("met"));
    }

    @Test
    void a_ticket_that_loses_its_team_is_to_find_one_in_time_again() {
        var ticket = opened(10);
        tickets.assigned(ticket, "revenue", null, 1);
        await().untilAsserted(() -> assertThat(told(ticket, "team")).containsExactly("started", "met"));

        tickets.assigned(ticket, "no-team-of-ours", null, 2);
        await().untilAsserted(() -> assertThat(told(ticket, "team")).containsExactly("started", "met", "started"));
        targets(ticket).body("find { it.target == 'team' && it.cycle == 2 }.status", is("running"));
        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/api/routing/triage?limit=200")
                .then()
                .body("items.find { it.ticketId == '" + ticket + "' }.overdue", is(false)));

        tickets.assigned(ticket, "product", null, 3);
        await().untilAsserted(
                        () -> assertThat(told(ticket, "team")).containsExactly("started", "met", "started", "met"));
    }

    @Test
    void a_tickets_page_is_given_what_was_promised_and_nothing_where_nothing_was() {
        var ticket = opened(10);
        await().untilAsserted(() -> assertThat(told(ticket, "first_reply")).containsExactly("started"));
        times("agent", ticket).statusCode(200).body(containsString("First reply"));
        var imported = tickets.open(saying("Help", "x").tagged("billing").imported());
        times("agent", imported).statusCode(204);
        given().get("/routing/decisions/" + ticket + "/times").then().statusCode(401);
    }

    private static ValidatableResponse times(String role, UUID ticket) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .get("/routing/decisions/" + ticket + "/times")
                .then();
    }

    @Test
    void little_time_left_is_warned_of_once_and_a_reply_in_time_meets_the_target() {
        var ticket = opened(50);
        await().untilAsserted(() -> assertThat(told(ticket, "first_reply")).containsExactly("started", "warned"));

        tickets.happened(ticket, "replied", minutesAgo(1));

        await().untilAsserted(
                        () -> assertThat(told(ticket, "first_reply")).containsExactly("started", "warned", "met"));
        given().auth()
                .oauth2(Tokens.of("product"))
                .get("/api/routing/targets?days=1")
                .then()
                .statusCode(200)
                .body("target", hasItem("first_reply"));
    }

    @Test
    void a_late_answer_is_a_breach_at_the_time_it_was_due() {
        var at = minutesAgo(90);
        var ticket = tickets.open(
                saying("Help", "x").tagged("billing").priority("P1").openedAt(at));
        tickets.happened(ticket, "replied", minutesAgo(20));

        var breached = await().until(() -> of(ticket, "first_reply", "breached"), list -> !list.isEmpty());
        assertThat(Instant.parse(breached.getFirst().data().path("at").asText()))
                .isCloseTo(
                        at.plus(Duration.ofHours(1)),
                        org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS));
    }

    @Test
    void time_stands_still_while_the_ticket_is_pending() {
        var ticket = opened(55);
        tickets.happened(ticket, "paused", minutesAgo(54));
        await().untilAsserted(() -> targets(ticket)
                .body("find { it.target == 'resolution' }.status", is("running"))
                .body("find { it.target == 'resolution' }.dueAt", nullValue()));
        tickets.happened(ticket, "resumed", minutesAgo(4));
        await().untilAsserted(() -> assertThat(of(ticket, "first_reply", "moved"))
                .last()
                .matches(moved -> moved.data().hasNonNull("dueAt")));
        assertThat(of(ticket, "first_reply", "breached")).isEmpty();
    }

    @Test
    void a_ticket_that_nobody_touches_is_stale_once_for_each_spell() {
        var ticket = tickets.open(saying("Help", "x").tagged("billing").openedAt(minutesAgo(60 * 24 * 5)));
        await().untilAsserted(() -> assertThat(ofType(ticket, "went-stale")).hasSize(1));
        tickets.happened(ticket, "paused", minutesAgo(60 * 24 * 20)); // said to be before it was opened: at its opening
        tickets.happened(ticket, "resumed", minutesAgo(60 * 24 * 3));
        await().untilAsserted(() -> assertThat(ofType(ticket, "went-stale")).hasSize(2));
    }

    @Test
    void being_dealt_from_one_to_the_next_is_no_sign_of_life() throws SQLException {
        var ticket = tickets.open(saying("Help", "x").tagged("billing"));
        tickets.assigned(ticket, "revenue", 1, "policy:when-ticket-opened-then-route", "x");
        tickets.assigned(ticket, "revenue", 2, "policy:when-at-work-then-deal", "x");
        tickets.assigned(ticket, "revenue", 3, "agent:x", "x");
        tickets.happened(ticket, "replied", Instant.now());
        await().untilAsserted(() -> targets(ticket).body("find { it.target == 'first_reply' }.status", is("met")));
        assertThat(facts(ticket).split("team_found", -1)).hasSize(3); // the first, and the agent's
    }

    private String facts(UUID ticket) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select facts from target_clock where ticket_id = ?")) {
            query.setObject(1, ticket);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void an_imported_ticket_was_promised_nothing() {
        var ticket = tickets.open(
                saying("Help", "x").tagged("billing").openedAt(minutesAgo(600)).imported());
        await().untilAsserted(() -> targets(ticket).body("", hasSize(0)));
        var unknown = UUID.randomUUID();
        as("agent").get("/api/routing/targets/" + unknown).then().statusCode(404);
        as("legal").get("/api/routing/targets/" + ticket).then().statusCode(403);
    }

    @Test
    void replicas_that_all_see_what_is_due_and_lose_their_connections_tell_each_breach_once() throws Exception {
        var due = IntStream.range(0, 60).mapToObj(_ -> opened(200)).toList();
        await().untilAsserted(() -> assertThat(clocks(due)).isEqualTo(60));
        var all = new HashMap<Integer, Instant>();
        for (int partition = 0; partition < 12; partition++) all.put(partition, Instant.now());
        var stop = new AtomicBoolean();
        try (var replicas = Executors.newFixedThreadPool(5)) {
            var killer = replicas.submit(() -> {
                int killed = 0;
                while (!stop.get() && killed < KILLS) killed += kill();
                return killed;
            });
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 4; i++) work.add(() -> speak(all));
            replicas.invokeAll(work);
            stop.set(true);
            assertThat(killer.get()).isPositive();
        }

        await().untilAsserted(() -> {
            for (var ticket : due) {
                assertThat(of(ticket, "first_reply", "breached")).hasSize(1);
                assertThat(of(ticket, "team", "breached")).hasSize(1);
            }
        });
    }

    @Test
    void a_clock_that_cannot_be_read_holds_up_none_of_the_others() throws SQLException {
        var broken = opened(10);
        await().untilAsserted(() -> assertThat(clocks(List.of(broken))).isEqualTo(1));
        execute(
                "update target_clock set facts = '[{\"kind\": \"nonsense\"}]', next_at = '-infinity' where ticket_id = ?",
                broken);
        var ticket = opened(70);
        await().untilAsserted(
                        () -> assertThat(of(ticket, "first_reply", "breached")).hasSize(1));
        execute("delete from target_clock where ticket_id = ?", broken);
    }

    private void execute(String sql, UUID ticket) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, ticket);
            statement.executeUpdate();
        }
    }

    /** As a replica's timers do, again after every fault, until nothing is due. */
    private int speak(Map<Integer, Instant> readUpTo) {
        int spoken = 0;
        for (int quiet = 0; quiet < 5; ) {
            try {
                int some = timers.speak(readUpTo);
                spoken += some;
                quiet = some == 0 ? quiet + 1 : 0;
            } catch (SQLException | RuntimeException e) {
                quiet = 0;
            }
        }
        return spoken;
    }

    /** Takes the database away from whoever is telling, and says from how many. */
    private int kill() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and query like '%target_clock%' and state <> 'idle'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            return 0; // this connection was one of those taken; the next one will do
        }
    }

    private int clocks(List<UUID> of) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select count(*) from target_clock where ticket_id = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", of.toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<String> told(UUID ticket, String target) {
        return events.of(ticket).stream()
                .filter(message -> message.data().path("target").asText().equals(target))
                .map(message -> message.type().replaceAll("groundswell.routing.target-|\\.v1", ""))
                .toList();
    }

    private static List<Message> of(UUID ticket, String target, String what) {
        return ofType(ticket, "target-" + what).stream()
                .filter(message -> message.data().path("target").asText().equals(target))
                .toList();
    }

    private static List<Message> ofType(UUID ticket, String type) {
        return events.of(ticket).stream()
                .filter(message -> message.type().equals("groundswell.routing." + type + ".v1"))
                .toList();
    }

    private static io.restassured.response.ValidatableResponse targets(UUID ticket) {
        return as("agent").get("/api/routing/targets/" + ticket).then().statusCode(200);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
