package groundswell.routing.theme;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.routing.Topic;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What somebody named in insights-service is a theme here, is learnt, and restates what was read before. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamedDiscoveryApiTest {
    @Inject
    TicketFeed tickets;

    @Inject
    InsightsFeed insights;

    @Test
    void an_adopted_theme_is_learnt_from_its_tickets_and_restates_those_that_were_unclear() {
        var said = List.of(
                "queen bee and frames of hive four, northern apiary",
                "northern apiary, hive two: frames, queen bee",
                "frames and a queen bee for hive nine of the apiary",
                "apiary north, hive one, its queen bee and ten frames");
        var members =
                said.stream().map(text -> tickets.open(saying("Hives", text))).toList();
        var alike = tickets.open(saying("Hives", "hive six of the apiary: queen bee, twelve frames"));
        members.forEach(ticket -> await().until(() -> theme(ticket) != null));
        await().until(() -> theme(alike) != null);
        var before = theme(members.getFirst());
        assertThat(confidence(alike)).as("it is unclear").isLessThan(0.5);
        int versions = versions();

        insights.adopted(
                "beehives", "Beehives", "product", List.of("hives of an apiary", "queen bee and frames"), members);

        members.forEach(ticket -> await().until(() -> "beehives".equals(theme(ticket))));
        assertThat(confidence(members.getFirst())).isEqualTo(1);
        as("agent").get("/api/themes/versions").then().body("[0].by", containsString(Tokens.ADA.toString()));
        await().atMost(Duration.ofMinutes(2)).until(() -> "beehives".equals(theme(alike)));
        assertThat(confidence(alike)).as("it was read").isLessThan(1);
        var preview = preview("queen bee, frames, hive eleven of our apiary");
        assertThat(preview.getList("examples[0].phrase", String.class))
                .as("a label taught the first model of this taxonomy")
                .anyMatch(phrase -> phrase.startsWith("ticket:"));
        assertThat(preview.getString("theme[0]")).isEqualTo("beehives");

        insights.adopted("beehives", "Other name", "revenue", List.of("one", "two"), List.of(alike));
        await().until(() -> confidence(alike) == 1);
        assertThat(versions()).as("heard again, it is no other theme").isEqualTo(versions + 1);

        try (var events = new Topic("routing.events.v1")) {
            var classified = await().until(
                            () -> events.of(members.getFirst()).stream()
                                    .filter(message -> message.type().endsWith("classified.v1"))
                                    .toList(),
                            list -> list.size() == 2);
            assertThat(classified.getFirst().data().has("from")).isFalse();
            assertThat(classified.getLast().data().path("from").asText()).isEqualTo(before);
            assertThat(classified.getLast().data().path("model").asText()).isEqualTo("person");
            assertThat(classified.getLast().headers().get("ce_actor")).isEqualTo("agent:" + Tokens.ADA);
        }
    }

    @Test
    void tickets_that_are_part_of_a_theme_are_classified_and_those_that_are_not_known_are_passed_over() {
        var ticket = tickets.open(saying("Zeppelin", "the zeppelin mooring mast panel stays dark"));
        await().until(() -> theme(ticket) != null);
        insights.merged("product-how-to", List.of(UUID.randomUUID(), ticket));
        await().until(() -> "product-how-to".equals(theme(ticket)) && confidence(ticket) == 1);
    }

    @Test
    void tickets_of_a_theme_that_was_split_are_read_again_and_what_a_person_said_of_them_falls() {
        var kites = List.of("kite string snapped", "line of my kite is torn", "kite rope broke", "kite cord ripped");
        var wings = List.of("paraglider wing leaks", "hole in my paraglider", "paraglider cloth", "paraglider canopy");
        change(Map.of(
                "op",
                "add",
                "theme",
                theme(
                        "flying-things",
                        "Flying things",
                        java.util.stream.Stream.concat(kites.stream(), wings.stream())
                                .toList())));
        var ticket = tickets.open(saying("Canopy", "there is a hole in the canopy cloth of my paraglider wing"));
        await().until(() -> theme(ticket) != null);
        insights.merged("flying-things", List.of(ticket));
        await().until(() -> "flying-things".equals(theme(ticket)));
        change(Map.of(
                "op",
                "split",
                "code",
                "flying-things",
                "into",
                List.of(theme("kites", "Kites", kites), theme("paragliders", "Paragliders", wings))));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(theme(ticket)).isEqualTo("paragliders"));
    }

    @Test
    void what_can_be_no_theme_is_parked_and_the_next_goes_on() {
        insights.adopted("nobodys-theme", "Nobody's theme", "no-such-team", List.of("one", "two"), List.of());
        var ticket = tickets.open(saying("Gyroscope", "gyroscope of the carousel hums"));
        await().until(() -> theme(ticket) != null);
        insights.merged("product-how-to", List.of(ticket));
        await().until(() -> "product-how-to".equals(theme(ticket)) && confidence(ticket) == 1);
        await().until(() -> as("admin").get("/api/routing/parked").asString().contains("named-discoveries"));
    }

    private static Map<String, Object> theme(String code, String name, List<String> phrasings) {
        return Map.of(
                "code",
                code,
                "name",
                name,
                "team",
                "product",
                "description",
                name + " of ours",
                "phrasings",
                phrasings);
    }

    private static void change(Map<String, ?> change) {
        as("lead")
                .header("If-Match", as("lead").get("/api/themes").header("ETag"))
                .body(Map.of("changes", List.of(change)))
                .post("/api/themes/changes")
                .then()
                .statusCode(is(200));
    }

    private static String theme(UUID ticket) {
        return as("agent").get("/api/routing/decisions/" + ticket).path("theme.code");
    }

    private static double confidence(UUID ticket) {
        return as("agent").get("/api/routing/decisions/" + ticket).jsonPath().getDouble("theme.confidence");
    }

    private static int versions() {
        return as("agent").get("/api/themes/versions").jsonPath().getList("").size();
    }

    private static JsonPath preview(String text) {
        return as("product")
                .body(Map.of("texts", List.of(text)))
                .post("/api/routing/preview")
                .jsonPath();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }
}
