package groundswell.journal.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.JournalDatabase;
import groundswell.journal.Meddled;
import groundswell.journal.seal.Kek;
import groundswell.journal.seal.KeyHealth;
import groundswell.journal.seal.KeyLedger;
import groundswell.journal.seal.KeyRelay;
import groundswell.journal.seal.SubjectKeys;
import groundswell.stack.TestStack;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyReadinessTest {
    @Test
    void a_ledger_that_fails_makes_the_service_unready_until_it_goes_on_by_itself() throws Exception {
        var kafka =
                Map.<String, Object>of("bootstrap.servers", TestStack.shared().bootstrapServers());
        var topic = "keys-" + UUID.randomUUID();
        var database = JournalDatabase.fresh("tally.events.v1", 2);
        var keys = new SubjectKeys(database, Kek.ofBase64(Base64.getEncoder().encodeToString(new byte[32])));
        var broken = new AtomicBoolean(true);
        var failing = Meddled.statements(JournalDatabase.fresh("tally.events.v1", 2), (_, _, real) -> {
            if (broken.get()) {
                throw new IllegalStateException("a fault of ours");
            }
            return real.proceed();
        });
        try (var connection = database.getConnection()) {
            keys.create(connection, List.of(new UUID(0, 1)));
        }
        try (var relay = new KeyRelay(database, kafka, topic, 1, (short) 1);
                var ledger = new KeyLedger(failing, keys, kafka, topic, 1, (short) 1)) {
            var threads = Map.of("relay", relay.health(), "ledger", ledger.health());
            await().until(() -> ledger.health().state() == KeyHealth.State.FAILING);

            var unready = KeyReadiness.response(threads);
            assertThat(unready.getStatus()).isEqualTo(Status.DOWN);
            assertThat(unready.getData().orElseThrow())
                    .containsEntry("relay", "RUNNING")
                    .containsEntry("ledger", "FAILING")
                    .containsEntry("ledger-problem", "It fails and is tried again: IllegalStateException");

            broken.set(false);
            await().until(() -> ledger.health().state() == KeyHealth.State.RUNNING);
            assertThat(KeyReadiness.response(threads).getStatus()).isEqualTo(Status.UP);
        }
    }
}
