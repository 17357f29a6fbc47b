package groundswell.routing.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.routing.choosing.TicketNews.AssignmentRefused;
import groundswell.routing.choosing.TicketNews.TicketAssigned;
import groundswell.routing.choosing.TicketNews.TicketOpened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That we read what ticket-service publishes, by its own samples. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketContractTest {
    static final Path SAMPLES = Path.of("../ticket-service/contract/samples");
    static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> read() {
        return TicketNews.FORMAT.types();
    }

    @ParameterizedTest
    @MethodSource("read")
    void every_type_we_read_is_published_and_read(String type) throws IOException {
        var sample = sample(type);
        var news = TicketNews.FORMAT.read(type, JSON.writeValueAsBytes(sample.get("data")));
        assertThat(news.ticketId()).hasToString(sample.at("/data/ticketId").asText());
        assertThat(news.at()).isNotNull();
    }

    @Test
    void every_other_type_is_skipped() throws IOException {
        var skipped = new TreeSet<String>();
        try (var files = Files.list(SAMPLES)) {
            files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(type -> !TicketNews.FORMAT.knows(type))
                    .forEach(skipped::add);
        }
        assertThat(skipped).contains("groundswell.ticket.replied.v1", "groundswell.ticket.noted.v1");
    }

    @Test
    void of_an_opened_ticket_we_have_all_that_rules_ask_for() throws IOException {
        var opened = (TicketOpened) read("groundswell.ticket.opened.v1");
        assertThat(opened.channel()).isEqualTo("email");
        assertThat(opened.tags()).isNotEmpty();
        assertThat(opened.accountId()).isNotNull();
        assertThat(opened.plan()).isNotNull();
        assertThat(opened.subject().subject()).isEqualTo(opened.requesterId());
        assertThat(opened.description().box()).isNotEmpty();
    }

    @Test
    void of_an_assignment_and_a_refusal_we_have_the_revision() throws IOException {
        assertThat(((TicketAssigned) read("groundswell.ticket.assigned.v1")).assignmentRevision())
                .isEqualTo(1);
        var refused = (AssignmentRefused) read("groundswell.ticket.assignment-refused.v1");
        assertThat(refused.assignmentRevision()).isEqualTo(1);
        assertThat(Objects.requireNonNull(refused.commandId())).isNotNull();
    }

    private static TicketNews read(String type) throws IOException {
        return TicketNews.FORMAT.read(type, JSON.writeValueAsBytes(sample(type).get("data")));
    }

    private static JsonNode sample(String type) throws IOException {
        return JSON.readTree(SAMPLES.resolve(type + ".json").toFile());
    }
}
