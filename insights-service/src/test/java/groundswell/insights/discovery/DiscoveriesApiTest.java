package groundswell.insights.discovery;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.Customers;
import groundswell.insights.InsightsEvent.DiscoveryDismissed;
import groundswell.insights.InsightsEvent.DiscoveryMerged;
import groundswell.insights.InsightsEvent.ThemeAdopted;
import groundswell.insights.InsightsEvent.ThemeDiscovered;
import groundswell.insights.Told;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What no theme fits is grouped, named by what its customers share, and stays the same group while it grows. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DiscoveriesApiTest {
    static final List<String> KIOSK = List.of(
            "Could the kiosk tablet at our reception stay locked in kiosk mode?",
            "We need a kiosk mode for the tablet at the reception desk",
            "Is there a kiosk mode? Our reception tablet is touched by every visitor",
            "A kiosk mode would keep visitors of the reception tablet from leaving the app",
            "Please add kiosk mode so that the tablet at reception shows one screen only");

    static final List<String> TIDES = List.of(
            "Could the harbour page show tide tables for our marina?",
            "Tide tables of the marina are missing, when is high water?",
            "We need the tide table of the harbour at low and high water",
            "Please add tide tables, our marina falls dry at low water",
            "A tide table with high water of the harbour would help sailors");

    static final List<String> CHOIRS = List.of(
            "Our choir wants to keep its sheet music beside the rehearsal",
            "Can sheet music be attached to a choir rehearsal?",
            "Singers of the choir ask for sheet music in the rehearsal plan",
            "Please let the choir upload sheet music for each rehearsal",
            "Sheet music for the choir belongs to the rehearsal plan");

    static final List<String> GREENHOUSES = List.of(
            "Can the humidity of our greenhouse be shown beside the orchids?",
            "The greenhouse needs a humidity chart for the orchids",
            "Humidity in the greenhouse matters to our orchids, please show it",
            "Orchids die when the greenhouse is dry, we need its humidity",
            "Show humidity of each greenhouse where the orchids stand");

    static final List<String> PHRASINGS = List.of("high water at our harbour", "show the tide");

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    World world;

    @BeforeEach
    void published() throws Exception {
        world = World.published(kafka);
    }

    @Test
    void customers_who_say_the_same_are_one_discovery_that_keeps_its_identity_until_it_is_dismissed() throws Exception {
        var tickets = new ArrayList<UUID>();
        for (var text : KIOSK) {
            tickets.add(world.wroteUnclearly(seals, customers.another(), "Kiosk mode", "Ines Calloway here. " + text));
        }
        var id = found("kiosk", 5);
        var one = as("product").get("/api/insights/discoveries/" + id).jsonPath();
        assertThat(one.getList("words", String.class)).contains("kiosk mode").noneMatch(w -> w.contains("calloway"));
        assertThat(one.getString("label")).startsWith("K").containsIgnoringCase("kiosk mode");
        assertThat(one.getInt("size")).isEqualTo(5);
        assertThat(one.getInt("customers")).isEqualTo(5);
        assertThat(one.getList("quotes.text", String.class))
                .hasSize(3)
                .allMatch(text -> text.contains("iosk"))
                .noneMatch(text -> text.contains("Calloway"));
        assertThat(as("agent").get(one.getString("link")).jsonPath().getList("items.ticketId", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        tickets.stream().map(UUID::toString).toList());
        pagesGiveWhatTheWholeGives(one.getString("link"));

        var shy = customers.another();
        world.wroteUnclearly(seals, shy, "Kiosk mode", "Our reception tablet needs a kiosk mode too");
        assertThat(found("kiosk", 6)).isEqualTo(id);
        customers.erase(shy);
        assertThat(found("kiosk", 5)).isEqualTo(id);
        as("product").get("/api/insights/discoveries/" + id + "/tickets").then().body("items.size()", equalTo(5));

        var dismissal = "/api/insights/discoveries/" + id + "/dismissal";
        as("agent").header("If-Match", "\"0\"").post(dismissal).then().statusCode(403);
        as("product").post(dismissal).then().statusCode(428);
        as("product").header("If-Match", "\"999\"").post(dismissal).then().statusCode(412);
        var tag = as("product").get("/api/insights/discoveries/" + id).getHeader("ETag");
        as("product").header("If-Match", tag).post(dismissal).then().statusCode(204);
        as("product").header("If-Match", tag).post(dismissal).then().statusCode(409);
        as("product")
                .get("/api/insights/discoveries")
                .then()
                .body("items.find { it.id == '" + id + "' }", equalTo(null));
        as("product")
                .get("/api/insights/discoveries?state=dismissed")
                .then()
                .body("items.find { it.id == '" + id + "' }.size", equalTo(5));
        for (int i = 0; i < 5; i++) {
            world.wroteUnclearly(seals, customers.another(), "Kiosk mode", KIOSK.get(i));
        }
        assertThat(found("kiosk", 10)).as("it has doubled").isEqualTo(id);
        await().untilAsserted(() -> {
            assertThat(Told.on(kafka, ThemeDiscovered.class))
                    .filteredOn(e -> e.discoveryId().toString().equals(id))
                    .hasSize(2);
            assertThat(Told.on(kafka, DiscoveryDismissed.class))
                    .filteredOn(e -> e.discoveryId().toString().equals(id))
                    .hasSize(1);
        });
    }

    /** Two at a time, as programs and as tables have it. */
    private static void pagesGiveWhatTheWholeGives(String link) {
        var whole = as("agent").get(link).jsonPath();
        assertThat(whole.getString("next")).as("all of them are one page").isNull();
        var paged = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        String after = "";
        do {
            var page = as("agent").get(link + "?limit=2&after=" + after).jsonPath();
            paged.addAll(page.getList("items.ticketId"));
            sizes.add(page.getList("items").size());
            after = page.getString("next");
        } while (after != null);
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(paged).isEqualTo(whole.getList("items.ticketId"));
        assertThat(as("agent").accept("text/csv").get(link + "?limit=2").getHeader("Link"))
                .matches("<.*/tickets\\?limit=2&after=[^>]+>; rel=\"next\"");
        as("agent")
                .get(link + "?after=nonsense")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-cursor"));
    }

    @Test
    void what_somebody_has_named_is_told_and_never_found_again() throws Exception {
        wrote("Tide tables", TIDES);
        var id = found("tide", 5);
        var path = "/api/insights/discoveries/" + id;
        var tag = as("product").get(path).getHeader("ETag");
        var tickets = as("product").get(path + "/tickets").jsonPath().getList("items.ticketId", String.class);
        adoption("agent", tag, "Tide tables", "product", PHRASINGS)
                .post(path + "/adoption")
                .then()
                .statusCode(403);
        adoption("lead", "\"9\"", "Tide tables", "product", PHRASINGS)
                .post(path + "/adoption")
                .then()
                .statusCode(412);
        adoption("lead", tag, " ", "product", PHRASINGS)
                .post(path + "/adoption")
                .then()
                .statusCode(400);
        adoption("lead", tag, "Tide tables", "product", List.of("only one"))
                .post(path + "/adoption")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("phrasings"));
        adoption("lead", tag, "Tide tables", "acrobats", PHRASINGS)
                .post(path + "/adoption")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/no-such-team"));
        adoption("lead", tag, "Sync: lost", "product", PHRASINGS)
                .post(path + "/adoption")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/theme-exists"));
        assertThat(as("product").get(path).jsonPath().getString("state")).isEqualTo("open");

        adoption("lead", tag, "Tide tables", "product", PHRASINGS)
                .post(path + "/adoption")
                .then()
                .statusCode(200)
                .body("theme", equalTo("tide-tables"));
        adoption("lead", tag, "Tide tables", "product", PHRASINGS)
                .post(path + "/adoption")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/discovery-decided"));
        as("agent")
                .get("/api/insights/discoveries?state=adopted")
                .then()
                .body("items.find { it.id == '" + id + "' }.theme", equalTo("tide-tables"));

        wrote("Sheet music", CHOIRS);
        var other = found("sheet music", 5);
        assertThat(open("tide")).as("its tickets have been named").isEmpty();
        var merge = "/api/insights/discoveries/" + other + "/merge";
        var version = as("lead").get("/api/insights/discoveries/" + other).getHeader("ETag");
        merge("lead", version, "no-such-theme").post(merge).then().statusCode(404);
        merge("agent", version, "sync-lost").post(merge).then().statusCode(403);
        merge("lead", version, "sync-lost").post(merge).then().statusCode(204);
        wrote("Greenhouse humidity", GREENHOUSES);
        found("greenhouse", 5);
        assertThat(open("sheet music")).isEmpty();

        await().untilAsserted(() -> {
            assertThat(Told.on(kafka, ThemeAdopted.class))
                    .filteredOn(e -> e.discoveryId().toString().equals(id))
                    .singleElement()
                    .satisfies(told -> {
                        assertThat(told.theme()).isEqualTo("tide-tables");
                        assertThat(told.phrasings()).isEqualTo(PHRASINGS);
                        assertThat(told.tickets()).extracting(UUID::toString).isEqualTo(tickets);
                    });
            assertThat(Told.on(kafka, DiscoveryMerged.class))
                    .filteredOn(e -> e.discoveryId().toString().equals(other))
                    .singleElement()
                    .satisfies(told -> assertThat(told.theme()).isEqualTo("sync-lost"));
        });
    }

    /** Five customers want it. */
    private void wrote(String subject, List<String> texts) throws Exception {
        for (var text : texts) {
            world.wroteUnclearly(seals, customers.another(), subject, text);
        }
    }

    private static RequestSpecification adoption(
            String role, String tag, String name, String team, List<String> phrasings) {
        return as(role).header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "team",
                        team,
                        "description",
                        "When the harbour can be entered.",
                        "phrasings",
                        phrasings));
    }

    private static RequestSpecification merge(String role, String tag, String theme) {
        return as(role).header("If-Match", tag).contentType(ContentType.JSON).body(Map.of("theme", theme));
    }

    @Test
    void one_customer_who_writes_often_and_texts_that_are_clear_are_no_discovery() throws Exception {
        var loud = customers.another();
        for (int i = 0; i < 6; i++) {
            world.wroteUnclearly(seals, loud, "Hologram", "I want a hologram projector of my dashboard, number " + i);
            world.wrote(
                    seals,
                    customers.another(),
                    "gramophone",
                    "product",
                    "Gramophone",
                    "Can it play a gramophone record?");
        }
        for (var text : KIOSK) {
            world.wroteUnclearly(
                    seals,
                    customers.another(),
                    "Braille",
                    text.replace("kiosk mode", "braille output").replace("kiosk", "braille"));
        }
        found("braille", 5);
        as("product")
                .get("/api/insights/discoveries")
                .then()
                .body("items.find { it.words.any { w -> w =~ /hologram|gramophone/ } }", equalTo(null));
    }

    @Test
    void what_is_not_there_is_not_found() {
        as("product")
                .get("/api/insights/discoveries/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as("product").get("/api/insights/discoveries?state=eager").then().statusCode(400);
        as("pr").get("/api/insights/discoveries").then().statusCode(403);
    }

    /** The id of the discovery that is named by a word, once it has so many tickets. */
    private static String found(String word, int tickets) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> open(word).stream()
                                .filter(item -> item.get("size").equals(tickets))
                                .map(item -> item.get("id").toString())
                                .findAny(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static List<Map<String, Object>> open(String word) {
        return as("product").get("/api/insights/discoveries").jsonPath().<Map<String, Object>>getList("items").stream()
                .filter(item -> item.get("words").toString().contains(word))
                .toList();
    }
}
