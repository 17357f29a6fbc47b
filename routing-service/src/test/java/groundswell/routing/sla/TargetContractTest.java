package groundswell.routing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That time targets read what ticket-service publishes, by its own samples. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TargetContractTest {
    static final Path SAMPLES = Path.of("../ticket-service/contract/samples");
    static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> read() {
        return TargetNews.FORMAT.types();
    }

    @ParameterizedTest
    @MethodSource("read")
    void every_type_we_read_is_published_and_read(String type) throws IOException {
        var data = JSON.readTree(SAMPLES.resolve(type + ".json").toFile()).get("data");
        var news = TargetNews.FORMAT.read(type, JSON.writeValueAsBytes(data));
        assertThat(news.ticketId()).hasToString(data.path("ticketId").asText());
        assertThat(news.at()).isNotNull();
        if (news instanceof TargetNews.TicketPrioritised e)
            assertThat(e.priority()).startsWith("P");
        if (news instanceof TargetNews.TicketOpened e) assertThat(e.priority()).startsWith("P");
        if (news instanceof TargetNews.TicketAssigned e) assertThat(e.team()).isNotNull();
    }
}
