package groundswell.ticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of accounts has a schema and a sample, and is read and written as they say. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountContractTest {
    static final Path CONTRACT = Path.of("contract");
    static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> events() {
        return AccountJournal.FORMAT.types().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_sample_is_read_and_written_again_as_its_schema_wants(String type) throws IOException {
        var data = JSON.readTree(Files.readString(CONTRACT.resolve("samples/" + type + ".json")))
                .get("data");
        var event = AccountJournal.FORMAT.read(type, JSON.writeValueAsBytes(data));
        var written = JSON.readTree(AccountJournal.FORMAT.data(event));
        assertThat(faults(type, written)).isEmpty();
        assertThat(written).isEqualTo(data);
        assertThat(Files.readString(CONTRACT.resolve("asyncapi.yaml"))).contains("name: " + type + "\n");
    }

    private static java.util.List<?> faults(String type, JsonNode data) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONTRACT.resolve("schema/" + type + ".json")))
                .validate(data.toString(), InputFormat.JSON);
    }
}
