package groundswell.ticket.shown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.Cause;
import groundswell.journal.inbox.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other services promise to publish, read as we read it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NeighbourContractTest {
    static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_classification_is_read_from_its_publishers_sample() throws IOException {
        var sample = sample("routing-service", "groundswell.routing.classified.v1");
        var data = sample.get("data");

        var findings = new WhenRoutedThenShow().prepare(List.of(delivery(sample)));

        var classified = findings.classified().get(id(data, "ticketId"));
        assertThat(classified.theme()).isEqualTo(data.get("theme").asText());
        assertThat(classified.secondary()).containsExactlyElementsOf(texts(data.get("secondary")));
    }

    @Test
    void a_decision_is_read_from_its_publishers_sample() throws IOException {
        var sample = sample("routing-service", "groundswell.routing.routed.v1");
        var data = sample.get("data");

        var findings = new WhenRoutedThenShow().prepare(List.of(delivery(sample)));

        var routed = findings.routed().get(id(data, "ticketId"));
        assertThat(routed.lane()).isEqualTo(data.get("lane").asText());
        assertThat(routed.bestTeam()).isEqualTo(data.get("bestTeam").asText());
        assertThat(routed.confidence()).isEqualTo(data.get("confidence").asDouble());
        assertThat(routed.decidedBy()).isEqualTo(data.get("decidedBy").asText());
    }

    @Test
    void the_names_of_themes_are_read_from_their_publishers_sample() throws IOException {
        var sample = sample("routing-service", Taxonomy.TYPE);
        var data = sample.get("data");

        var findings = new WhenRoutedThenShow().prepare(List.of(delivery(sample)));

        assertThat(findings.taxonomies()).singleElement().satisfies(taxonomy -> {
            assertThat(taxonomy.version()).isEqualTo(data.get("version").asInt());
            assertThat(taxonomy.themes().getFirst().code())
                    .isEqualTo(data.at("/themes/0/code").asText());
            assertThat(taxonomy.themes().getFirst().name())
                    .isEqualTo(data.at("/themes/0/name").asText());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"asked", "granted", "declined", "withdrawn", "expired"})
    void every_turn_of_a_consent_is_read_from_its_publishers_sample(String state) throws IOException {
        var sample = sample("consent-service", "groundswell.consent." + state + ".v1");
        var data = sample.get("data");

        var consents = new WhenConsentChangesThenShow().prepare(List.of(delivery(sample)));

        assertThat(consents).singleElement().satisfies(consent -> {
            assertThat(consent.ticketId()).isEqualTo(id(data, "ticketId"));
            assertThat(consent.requestId()).isEqualTo(id(data, "requestId"));
            assertThat(consent.state()).isEqualTo(state);
            assertThat(consent.at()).isEqualTo(Instant.parse(data.get("at").asText()));
        });
    }

    @Test
    void a_granted_consent_says_what_is_allowed_and_until_when() throws IOException {
        var sample = sample("consent-service", "groundswell.consent.granted.v1");
        var data = sample.get("data");

        var granted = new WhenConsentChangesThenShow()
                .prepare(List.of(delivery(sample)))
                .getFirst();

        assertThat(granted.scopes()).isNotEmpty().containsExactlyElementsOf(texts(data.get("scopes")));
        assertThat(granted.until()).isEqualTo(Instant.parse(data.get("until").asText()));
    }

    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).asText())
                .toList();
    }

    private static UUID id(JsonNode data, String field) {
        return UUID.fromString(data.get(field).asText());
    }

    private static Delivery delivery(JsonNode sample) throws IOException {
        var headers = sample.get("headers");
        var stream = headers.get("ce_subject").asText();
        return new Delivery(
                "topic",
                0,
                0,
                1,
                stream,
                stream,
                id(headers, "ce_id"),
                headers.get("ce_type").asText(),
                headers.get("ce_version").asLong(),
                Instant.parse(headers.get("ce_time").asText()),
                Cause.of("test", "test"),
                JSON.writeValueAsBytes(sample.get("data")));
    }

    private static JsonNode sample(String service, String type) throws IOException {
        return JSON.readTree(
                Path.of("..", service, "contract", "samples", type + ".json").toFile());
    }
}
