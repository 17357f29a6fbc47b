package groundswell.ticket.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import groundswell.journal.Cause;
import groundswell.journal.inbox.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrdersTest {
    static final UUID TICKET = new UUID(0, 1);
    static final Instant NOW = Instant.parse("2026-01-12T09:12:00Z");

    @Test
    void an_assignment_names_team_and_reason_by_their_codes() {
        assertThat(Orders.read(assign("\"team\": \"revenue\", \"reason\": \"routed_by_rule\""), NOW))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"team\": \"Jo Doe\"", "\"reason\": \"She called twice\"", "\"team\": \"\""})
    void an_assignment_has_no_room_for_a_sentence(String field) {
        assertThatIllegalArgumentException().isThrownBy(() -> Orders.read(assign(field), NOW));
    }

    private static Delivery assign(String fields) {
        var data = "{\"ticketId\": \"%s\", \"assignmentRevision\": 0, %s}".formatted(TICKET, fields);
        return new Delivery(
                "ticket.commands.v1",
                0,
                0,
                1,
                TICKET.toString(),
                TICKET.toString(),
                new UUID(0, 2),
                "groundswell.ticket.assign.v1",
                1,
                NOW,
                Cause.of("test", "test"),
                data.getBytes(UTF_8));
    }
}
