package groundswell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import groundswell.journal.JsonEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other services were promised: each event ever published has a schema and a sample, and is still understood. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketContractTest {
    static final Path CONTRACT = Path.of("contract");
    static final ObjectMapper JSON = new ObjectMapper();
    static final JsonEvents<TicketEvent> FORMAT =
            JsonEvents.of("groundswell.ticket", "Ticket", TicketEvent.class, TicketEvent::at);

    static Stream<String> events() {
        return FORMAT.types().stream().sorted();
    }

    static Stream<String> published() throws IOException {
        return Files.list(CONTRACT.resolve("samples"))
                .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_event_has_a_schema_and_a_sample_and_stands_in_the_description(String type) throws IOException {
        assertThat(CONTRACT.resolve("schema/" + type + ".json")).exists();
        assertThat(CONTRACT.resolve("samples/" + type + ".json")).exists();
        assertThat(Files.readString(CONTRACT.resolve("asyncapi.yaml")))
                .contains("name: " + type + "\n", type + ".json");
    }

    @ParameterizedTest
    @MethodSource("published")
    void each_sample_is_valid(String type) throws IOException {
        var sample = sample(type);

        assertThat(faults(type, sample.get("data"))).isEmpty();
        assertThat(sample.at("/headers/ce_type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_sample_is_read_and_written_again_as_its_schema_wants(String type) throws IOException {
        var data = sample(type).get("data");

        var event = FORMAT.read(type, JSON.writeValueAsBytes(data));

        assertThat(faults(type, JSON.readTree(FORMAT.data(event)))).isEmpty();
        assertThat(FORMAT.type(event)).isEqualTo(type);
    }

    @Test
    void the_samples_fold_to_a_closed_ticket() throws IOException {
        var life = published()
                .filter(FORMAT::knows)
                .map(TicketContractTest::sample)
                .sorted(Comparator.comparing(sample -> sample.at("/headers/ce_time")
                                .asText()
                        + "%03d".formatted(sample.at("/headers/ce_version").asInt())))
                .map(sample -> FORMAT.read(
                        sample.at("/headers/ce_type").asText(),
                        sample.get("data").toString().getBytes()))
                .toList();

        var ticket = TicketHistory.fold(TicketDecider.initial(), life);

        assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ticket.priority()).isEqualTo(Priority.P1);
        assertThat(ticket.tags()).containsExactly("billing", "invoice");
        assertThat(ticket.reopenings()).isEqualTo(1);
    }

    static JsonNode sample(String type) {
        try {
            return JSON.readTree(Files.readString(CONTRACT.resolve("samples/" + type + ".json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.util.List<?> faults(String type, JsonNode data) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONTRACT.resolve("schema/" + type + ".json")));
        return schema.validate(data.toString(), com.networknt.schema.InputFormat.JSON);
    }
}
