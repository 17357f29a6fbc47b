package groundswell.routing.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import groundswell.journal.Cause;
import groundswell.routing.AssignTicket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** That ticket-service understands what we ask. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AssignContractTest {
    static final Path SCHEMA = Path.of("../ticket-service/contract/schema/groundswell.ticket.assign.v1.json");

    @Test
    void a_command_keeps_to_ticket_services_schema_and_its_id_is_the_request_key() throws IOException {
        var wish = new AssignTicket(
                new UUID(0, 7),
                new UUID(0, 1),
                "revenue",
                new UUID(0, 3),
                2,
                "routed_by_rule",
                Cause.of("policy:when-ticket-opened-then-route", "c"));
        var record = AssignCommand.of(wish, Instant.EPOCH);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        assertThat(schema.validate(new String(record.value(), StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
        assertThat(record.key()).isEqualTo(wish.ticketId().toString());
        assertThat(record.headers().lastHeader("ce_id").value())
                .isEqualTo(wish.id().toString().getBytes(StandardCharsets.UTF_8));
        assertThat(record.headers().lastHeader("ce_causationid")).isNull();
    }
}
