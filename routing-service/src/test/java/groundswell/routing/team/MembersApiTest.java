package groundswell.routing.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import groundswell.journal.Journal;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.TeamEvent.Member;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MembersApiTest {
    static final List<String> TEAMS = List.of("product", "revenue", "reliability");

    @Inject
    Journal<RoutingEvent, RoutingState, RoutingEvent> journal;

    final UUID person = UUID.randomUUID();

    @Test
    void a_person_is_put_into_a_team_and_listed_there() {
        put("product", Map.of("timeZone", "Europe/Berlin"))
                .then()
                .statusCode(200)
                .body("team", is("product"))
                .body("timeZone", is("Europe/Berlin"));
        assertThat(listed()).containsExactly("product");
        assertThat(recorded()).containsExactly("product");
    }

    @Test
    void a_person_in_two_teams_is_refused() {
        put("product", Map.of("timeZone", "Europe/Berlin"));
        for (var wish : List.<Map<String, String>>of(
                Map.of(), Map.of("movesFrom", "reliability"), Map.of("movesFrom", "revenue"))) {
            put("revenue", wish).then().statusCode(409).body("title", is("This person belongs to the team product"));
        }
        assertThat(listed()).containsExactly("product");
        assertThat(recorded()).containsExactly("product");
    }

    @Test
    void a_person_of_another_team_moves_with_their_time_zone_where_that_is_said() {
        put("product", Map.of("timeZone", "Europe/Berlin"));
        put("revenue", Map.of("movesFrom", "product")).then().statusCode(200).body("timeZone", is("Europe/Berlin"));
        assertThat(listed()).containsExactly("revenue");
        assertThat(recorded()).containsExactly("revenue");
    }

    @Test
    void a_person_works_office_hours_until_somebody_says_otherwise() {
        put("product", Map.of("timeZone", "Europe/Berlin"))
                .then()
                .body("hours[0].days", is(List.of("mon", "tue", "wed", "thu", "fri")))
                .body("hours[0].from", is("09:00"));
        var split =
                List.of(shift(List.of("mon", "wed"), "08:00", "12:00"), shift(List.of("mon", "wed"), "20:00", "24:00"));
        put("product", Map.of("hours", split))
                .then()
                .statusCode(200)
                .body("timeZone", is("Europe/Berlin"))
                .body("hours[1].to", is("24:00"));
        put("product", Map.of("timeZone", "America/New_York")).then().body("hours[1].from", is("20:00"));
    }

    @Test
    void who_has_room_for_no_ticket_has_room_for_none_also_in_the_event() {
        put("product", Map.of());
        put("product", Map.of("capacity", 0)).then().statusCode(200).body("capacity", is(0));
        as("agent").get("/api/teams/product/members").then().body("find { it.id == '" + person + "' }.capacity", is(0));
        var told = Objects.requireNonNull(
                        journal.head("team:product").orElseThrow().state().team())
                .members();
        assertThat(told).filteredOn(member -> member.id().equals(person)).allMatch(member -> member.capacity() == 0);
        assertThat(told).anyMatch(member -> member.id().equals(person));
    }

    @Test
    void hours_that_are_none_are_refused() {
        for (var wrong : List.of(
                shift(List.of("someday"), "08:00", "12:00"),
                shift(List.of("mon"), "8", "12:00"),
                shift(List.of("mon"), "24:00", "12:00"),
                shift(List.of(), "08:00", "12:00"))) {
            put("product", Map.of("hours", List.of(wrong))).then().statusCode(400);
        }
        put("product", Map.of("hours", List.of())).then().statusCode(400);
    }

    private static Map<String, Object> shift(List<String> days, String from, String to) {
        return Map.of("days", days, "from", from, "to", to);
    }

    @Test
    void a_person_is_taken_out_of_their_own_team_only_also_twice() {
        put("product", Map.of());
        as("lead").delete(path("revenue")).then().statusCode(204);
        assertThat(listed()).containsExactly("product");
        as("lead").delete(path("product")).then().statusCode(204);
        as("lead").delete(path("product")).then().statusCode(204);
        assertThat(listed()).isEmpty();
        assertThat(recorded()).isEmpty();
    }

    @Test
    void the_list_of_teams_counts_its_people() {
        int before = as("lead").get("/api/teams").path("find { it.code == 'product' }.members");
        put("product", Map.of());
        as("lead").get("/api/teams").then().body("find { it.code == 'product' }.members", is(before + 1));
    }

    @Test
    void what_is_not_allowed_is_refused_and_leaves_nothing_behind() {
        put("marketing", Map.of()).then().statusCode(404).body("type", is("/problems/no-such-team"));
        put("product", Map.of("timeZone", "Mars/Olympus"))
                .then()
                .statusCode(400)
                .body("errors[0].field", is("timeZone"));
        put("product", Map.of("zone", "UTC")).then().statusCode(400);
        as("agent").body(Map.of()).put(path("product")).then().statusCode(403);
        as("agent").delete(path("product")).then().statusCode(403);
        as("pr").get("/api/teams/product/members").then().statusCode(403);
        as("lead").get("/api/teams/marketing/members").then().statusCode(404);
        given().put(path("product")).then().statusCode(401);
        assertThat(listed()).isEmpty();
    }

    @Test
    void fifty_wishes_at_once_leave_a_person_in_exactly_one_team() throws Exception {
        var start = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 50; i++) {
                var team = TEAMS.get(i % TEAMS.size());
                Callable<Integer> wish = () -> {
                    start.await();
                    return put(team, Map.of()).statusCode();
                };
                answers.add(callers.submit(wish));
            }
            start.countDown();
            for (int i = 0; i < answers.size(); i++) {
                var team = TEAMS.get(i % TEAMS.size());
                assertThat(answers.get(i).get()).as(team).isEqualTo(listed().equals(List.of(team)) ? 200 : 409);
            }
        }
        assertThat(listed()).hasSize(1);
        assertThat(recorded()).isEqualTo(listed());
    }

    /** The teams that list the person. */
    private List<String> listed() {
        return TEAMS.stream()
                .filter(team -> as("agent")
                        .get("/api/teams/" + team + "/members")
                        .jsonPath()
                        .getList("id")
                        .contains(person.toString()))
                .toList();
    }

    /** The teams that have the person by the events that others read. */
    private List<String> recorded() {
        return TEAMS.stream()
                .filter(team ->
                        Objects.requireNonNull(journal.head("team:" + team)
                                        .orElseThrow()
                                        .state()
                                        .team())
                                .members()
                                .stream()
                                .map(Member::id)
                                .anyMatch(person::equals))
                .toList();
    }

    private io.restassured.response.Response put(String team, Map<String, ?> wish) {
        return as("lead").body(wish).put(path(team));
    }

    private String path(String team) {
        return "/api/teams/" + team + "/members/" + person;
    }

    private static RequestSpecification as(String role) {
        return given().contentType(ContentType.JSON).auth().oauth2(Tokens.of(role));
    }
}
