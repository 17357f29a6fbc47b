package groundswell.consent.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NeighbourContractTest {
    static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> types() {
        return TicketReading.TYPES.keySet();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_ticket_event_we_use_is_read_from_its_publishers_sample(String type) throws IOException {
        var sample = sample("ticket-service", type);
        var heard = TicketReading.of(type, JSON.writeValueAsBytes(sample));
        assertThat(heard)
                .isNotNull()
                .hasNoNullFieldsOrPropertiesExcept("accountId", "industry", "size", "source", "externalId");
        assertThat(heard.ticketId()).hasToString(sample.get("ticketId").asText());
    }

    @Test
    void what_we_have_no_use_for_is_skipped() {
        assertThat(TicketReading.of("groundswell.ticket.never-heard-of.v9", new byte[0]))
                .isNull();
    }

    @Test
    void a_classification_is_read_from_its_publishers_sample() throws IOException {
        var sample = sample("routing-service", ThemesProjection.TYPE);
        var classified = ThemesProjection.read(JSON.writeValueAsBytes(sample), ThemesProjection.Classified.class);
        assertThat(classified.theme()).isEqualTo(sample.get("theme").asText());
        assertThat(classified.ticketId()).hasToString(sample.get("ticketId").asText());
    }

    @Test
    void the_names_of_themes_are_read_from_their_publishers_sample() throws IOException {
        var sample = sample("routing-service", Taxonomy.TYPE);
        var taxonomy = ThemesProjection.read(JSON.writeValueAsBytes(sample), Taxonomy.class);
        assertThat(taxonomy.version()).isEqualTo(sample.get("version").asInt());
        assertThat(taxonomy.themes().getFirst().code())
                .isEqualTo(sample.at("/themes/0/code").asText());
        assertThat(taxonomy.themes().getFirst().name())
                .isEqualTo(sample.at("/themes/0/name").asText());
    }

    static JsonNode sample(String service, String type) throws IOException {
        return JSON.readTree(Path.of("..", service, "contract", "samples", type + ".json")
                        .toFile())
                .get("data");
    }
}
