package groundswell.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import groundswell.local.HouseProcess;
import groundswell.local.Persona;
import groundswell.local.demo.Wendolo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * A month of a company is taken over in a house of its own: the surge of its launch is found, explained and over, its fix is
 * measured and those who had the tickets are told; the reports hold what was counted, and every count still equals a recount.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoMonthTest {
    private static final Path DATA = Path.of("target", "demo-house");

    @Test
    void the_launch_surges_and_the_fix_works() throws Exception {
        try (var house = HouseProcess.start(DATA, Map.of())) {
            new Wendolo().load(house.gateway(), DATA.resolve("tokens"), _ -> {});
            var product = new Caller(house.gateway(), house.token("product"));
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> theLaunchSurged(product));
            theLaunchIsMeasured(product);
            var fix = theFixWorked(product);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> thoseWhoHadItsTicketsAreTold(house, fix));
            var report = theReportsHoldWhatWasCounted(product);
            whatWasDiscoveredIsATheme(product);
            checks(product, report);
            var recount = new Caller(house.gateway(), house.token("ops")).get("/api/insights/recount");
            assertThat(recount.json().path("equal").asBoolean())
                    .as(recount.body())
                    .isTrue();
        }
    }

    private static void theLaunchSurged(Caller product) {
        var launched = launch(product).path("at").asText();
        var surges = product.get("/api/insights/surges?tag=calendar-3").json().path("items");
        assertThat(surges).isNotEmpty();
        var first = surges.get(surges.size() - 1);
        assertThat(Instant.parse(first.path("opened").asText()))
                .isBetween(Instant.parse(launched), Instant.parse(launched).plus(Duration.ofDays(2)));
        assertThat(first.path("closed").asText()).as("its end").isNotEmpty().isNotEqualTo("null");
        var explained =
                product.get("/api/insights/surges/" + first.path("id").asText()).json();
        assertThat(explained.path("customers").asInt()).isGreaterThan(5);
        assertThat(explained.path("words"))
                .as("the words of its customers")
                .anySatisfy(word -> assertThat(word.path("words").asText()).contains("calendar"));
        assertThat(explained.path("sentence").asText())
                .contains("customers in")
                .contains(explained.path("words").path(0).path("words").asText());
    }

    private static JsonNode launch(Caller product) {
        var launches = product.get("/api/launches").json().path("items");
        assertThat(launches).hasSize(1);
        return launches.get(0);
    }

    private static void theLaunchIsMeasured(Caller product) {
        var effects = launch(product).path("effects");
        assertThat(effects)
                .anySatisfy(
                        effect -> assertThat(effect.path("verdict").asText()).isIn("returned", "rising", "regression"));
    }

    private static String theFixWorked(Caller product) {
        var fix = product.get("/api/fixes").json().path("items").path(0);
        assertThat(fix.path("effect").path("verdict").asText())
                .as(fix.toString())
                .isEqualTo("fell");
        assertThat(fix.path("effect").path("high").asDouble()).isNegative();
        return fix.path("id").asText();
    }

    /** The launch's week, and the last month that is over. */
    private static String theReportsHoldWhatWasCounted(Caller product) {
        var launched = Instant.parse(launch(product).path("at").asText()).atZone(ZoneOffset.UTC);
        var week = report(
                product,
                "week",
                launched.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8));
        assertThat(week.status()).as(week.body()).isIn(200, 201);
        holds(product, week.json());
        assertThat(week.json().path("figures").path("effects").toString()).contains("Calendar 3");
        assertThat(week.json().path("quotes")).isNotEmpty();
        var month = report(
                product, "month", YearMonth.now(ZoneOffset.UTC).minusMonths(1).toString());
        assertThat(month.status()).as(month.body()).isIn(200, 201);
        holds(product, month.json());
        return week.json().path("id").asText();
    }

    /** Its tickets count under the new theme, however long ago they were opened. */
    private static void whatWasDiscoveredIsATheme(Caller product) {
        var largest = await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> product.get("/api/insights/discoveries")
                                .json()
                                .path("items")
                                .path(0),
                        found -> !found.isMissingNode());
        var path = "/api/insights/discoveries/" + largest.path("id").asText();
        var members = new HashSet<String>();
        product.get(path + "/tickets?limit=100")
                .json()
                .path("items")
                .forEach(ticket -> members.add(ticket.path("ticketId").asText()));
        assertThat(members).hasSizeGreaterThanOrEqualTo(5);
        var adopted = product.post(
                path + "/adoption", """
                {"name": "Found in the demo", "team": "product", "description": "What nobody had a name for.",
                 "phrasings": ["nobody had a name for it", "it had no name yet"]}""", "If-Match", product.get(path).header("ETag"));
        assertThat(adopted.status()).as(adopted.body()).isEqualTo(200);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var counted = new HashSet<String>();
                    product.get("/api/insights/tickets?limit=200&theme=found-in-the-demo")
                            .json()
                            .path("items")
                            .forEach(ticket -> counted.add(ticket.path("id").asText()));
                    assertThat(counted).containsAll(members);
                });
    }

    private static Caller.Answer report(Caller product, String kind, String period) {
        return product.post("/api/insights/reports", "{\"kind\": \"" + kind + "\", \"period\": \"" + period + "\"}");
    }

    /** Each theme's number is that of the tickets that are counted under it in this time. */
    private static void holds(Caller product, JsonNode report) {
        var span = "&from=" + report.path("span").path("from").asText() + "&to="
                + report.path("span").path("to").asText();
        assertThat(report.path("figures").path("themes")).isNotEmpty().allSatisfy(theme -> {
            var tickets = product.get("/api/insights/tickets?limit=200&theme="
                    + theme.path("theme").asText() + span);
            assertThat(tickets.json().path("items"))
                    .as(theme.toString())
                    .hasSize(theme.path("tickets").asInt());
        });
        checks(product, report.path("id").asText());
    }

    /** Each of its numbers, worked out again from what was frozen with it. */
    private static void checks(Caller product, String report) {
        var check = product.get("/api/insights/reports/" + report + "/check");
        assertThat(check.json().path("equal").asBoolean()).as(check.body()).isTrue();
    }

    /** By event, and on the page of whoever had them. */
    private static void thoseWhoHadItsTicketsAreTold(HouseProcess house, String fix) {
        var people = new HashSet<String>();
        try (var insights = new Topic(house.bootstrapServers(), "insights.events.v1")) {
            insights.read(event -> {
                if (event.type().equals("groundswell.insights.fix-measured.v1")
                        && event.data().path("fixId").asText().equals(fix)) {
                    event.data().path("people").forEach(person -> people.add(person.asText()));
                }
            });
        }
        assertThat(people).contains(Persona.BEN.id().toString());
        assertThat(Caller.page(house.gateway(), Persona.BEN, "/launches").body())
                .contains("You brought these to light");
        assertThat(Caller.page(house.gateway(), Persona.GUS, "/launches").body())
                .doesNotContain("You brought these to light");
    }
}
