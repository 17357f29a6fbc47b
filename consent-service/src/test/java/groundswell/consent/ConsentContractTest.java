package groundswell.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import groundswell.journal.JsonEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsentContractTest {
    static final Path CONTRACT = Path.of("contract");
    static final JsonEvents<ConsentEvent> FORMAT =
            JsonEvents.of("groundswell.consent", "Consent", ConsentEvent.class, ConsentEvent::at);
    static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> types() {
        return FORMAT.types();
    }

    @Test
    void every_event_has_a_schema_and_a_sample_and_nothing_else_has() throws IOException {
        assertThat(names("schema")).containsExactlyInAnyOrderElementsOf(types());
        assertThat(names("samples")).containsExactlyInAnyOrderElementsOf(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_sample_keeps_to_the_schema(String type) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONTRACT.resolve("schema/" + type + ".json")));
        assertThat(schema.validate(sample(type).get("data").toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_sample_is_read_and_written_again_unchanged(String type) throws IOException {
        var data = sample(type).get("data");
        var event = FORMAT.read(type, JSON.writeValueAsBytes(data));
        assertThat(JSON.readTree(FORMAT.data(event))).isEqualTo(data);
        assertThat(FORMAT.type(event))
                .isEqualTo(sample(type).get("headers").get("ce_type").asText());
    }

    @Test
    void the_description_names_every_event() throws IOException {
        assertThat(Files.readString(CONTRACT.resolve("asyncapi.yaml"))).contains(types());
    }

    static JsonNode sample(String type) throws IOException {
        return JSON.readTree(CONTRACT.resolve("samples/" + type + ".json").toFile());
    }

    private static Stream<String> names(String folder) throws IOException {
        try (var files = Files.list(CONTRACT.resolve(folder))) {
            return files.map(f -> f.getFileName().toString().replaceAll("\\.json$", "")).toList().stream();
        }
    }
}
