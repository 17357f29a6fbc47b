package groundswell.insights.counting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.insights.NameFact;
import groundswell.insights.TicketFact;
import groundswell.journal.Cause;
import groundswell.journal.inbox.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Every sample the publishers keep is read; the types we count by are all among them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsumedContractTest {
    static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_sample_of_ticket_service_is_read_or_passed_over() throws IOException {
        var heard = heard("../ticket-service/contract/samples");
        assertThat(heard.tickets())
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "Opened",
                        "Tagged",
                        "Assigned",
                        "Replied",
                        "CustomerReplied",
                        "Started",
                        "Paused",
                        "Resumed",
                        "Resolved",
                        "Closed",
                        "Reopened",
                        "Rated",
                        "Escalated",
                        "Merged",
                        "Unmerged",
                        "EscalationWithdrawn");
        assertThat(heard.tickets())
                .filteredOn(TicketFact.Opened.class::isInstance)
                .first()
                .isEqualTo(new TicketFact.Opened(
                        UUID.fromString("8f14e45f-ceea-467f-a0e6-0d1b2c3d4e5f"),
                        4821,
                        "email",
                        "team",
                        "first",
                        List.of("billing", "seats"),
                        UUID.fromString("3c59dc04-8e88-4243-a8b3-7f0a1b2c3d4e"),
                        false,
                        Instant.parse("2026-01-12T09:12:00Z")));
    }

    @Test
    void every_sample_of_routing_service_is_read_or_passed_over() throws IOException {
        var heard = heard("../routing-service/contract/samples");
        assertThat(heard.tickets())
                .hasAtLeastOneElementOfType(TicketFact.Classified.class)
                .hasAtLeastOneElementOfType(TicketFact.Routed.class);
        assertThat(heard.names())
                .hasAtLeastOneElementOfType(NameFact.TaxonomyPublished.class)
                .hasAtLeastOneElementOfType(NameFact.TeamDefined.class);
    }

    private static Heard heard(String folder) throws IOException {
        var deliveries = new ArrayList<Delivery>();
        try (var files = Files.list(Path.of(folder))) {
            for (var file : files.sorted().toList()) {
                deliveries.add(delivery(JSON.readTree(file.toFile())));
            }
        }
        assertThat(deliveries).isNotEmpty();
        return Heard.of(List.copyOf(deliveries));
    }

    private static Delivery delivery(JsonNode sample) throws IOException {
        var type = sample.at("/headers/ce_type").asText();
        var stream = sample.at("/headers/ce_subject").asText();
        return new Delivery(
                "topic",
                0,
                0,
                1,
                stream,
                stream,
                new UUID(0, 1),
                type,
                1,
                Instant.EPOCH,
                Cause.of("test", "test"),
                JSON.writeValueAsBytes(sample.get("data")));
    }
}
