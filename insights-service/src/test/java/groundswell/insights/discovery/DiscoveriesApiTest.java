package groundswell.insights.discovery;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.Customers;
import groundswell.insights.InsightsEvent.DiscoveryDismissed;
import groundswell.insights.InsightsEvent.ThemeDiscovered;
import groundswell.insights.Told;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
        assertThat(one.getInt("customers")).isEqualTo(5);
        assertThat(one.getList("quotes.text", String.class))
                .hasSize(3)
                .allMatch(text -> text.contains("iosk"))
                .noneMatch(text -> text.contains("Calloway"));
        assertThat(as("agent")
                        .get("/api/insights/discoveries/" + id + "/tickets")
                        .jsonPath()
                        .getList("items.ticketId", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        tickets.stream().map(UUID::toString).toList());

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
                .body("items.find { it.id == '" + id + "' }.tickets", equalTo(5));
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
                        () -> as("product")
                                .get("/api/insights/discoveries")
                                .jsonPath()
                                .<Map<String, Object>>getList("items")
                                .stream()
                                .filter(item -> item.get("words").toString().contains(word)
                                        && item.get("tickets").equals(tickets))
                                .map(item -> item.get("id").toString())
                                .findAny(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
