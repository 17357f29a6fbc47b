package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import groundswell.insights.journal.InsightsJournal;
import groundswell.journal.JsonEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What insights-service promises to those who read its topic: code, schema, sample and description agree. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InsightsContractTest {
    static final Path CONTRACT = Path.of("contract");
    static final JsonEvents<InsightsEvent> FORMAT = InsightsJournal.FORMAT;
    static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> types() {
        return FORMAT.types();
    }

    @Test
    void every_event_has_a_schema_and_a_sample_and_nothing_else_has() throws IOException {
        assertThat(names("schema")).containsExactlyInAnyOrderElementsOf(types());
        assertThat(names("samples")).containsExactlyInAnyOrderElementsOf(types());
        assertThat(Files.readString(CONTRACT.resolve("asyncapi.yaml"))).contains(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_sample_and_what_is_written_of_it_keep_to_the_schema(String type) throws IOException {
        var sample = JSON.readTree(CONTRACT.resolve("samples/" + type + ".json").toFile());
        var event = FORMAT.read(type, JSON.writeValueAsBytes(sample.get("data")));
        assertThat(sample.at("/headers/ce_type").asText()).isEqualTo(type);
        assertThat(JSON.readTree(FORMAT.data(event))).isEqualTo(sample.get("data"));
        assertThat(errors(CONTRACT.resolve("schema/" + type + ".json"), sample.get("data")))
                .isEmpty();
    }

    static List<Error> errors(Path schema, JsonNode data) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema))
                .validate(data.toString(), InputFormat.JSON);
    }

    private static List<String> names(String folder) throws IOException {
        try (var files = Files.list(CONTRACT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))
                    .toList();
        }
    }
}
