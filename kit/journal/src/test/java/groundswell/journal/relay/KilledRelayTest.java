package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledRelayTest {
    final Flow flow = Flow.fresh(3);

    @Test
    void a_relay_whose_process_is_killed_five_times_loses_nothing() throws Exception {
        for (int kill = 0; kill < 5; kill++) {
            var before = relayed();
            append(4000);
            killOnceItHasMovedBehind(before, "process-" + kill);
            assertThat(flow.isRelayed()).as("killed in the middle").isFalse();
        }
        try (var inbox = flow.inbox();
                var last = new Relay(flow.database(), flow.settings("last"))) {
            last.start();
            await().atMost(Duration.ofSeconds(20)).until(flow::isRelayed);
            inbox.accept(flow.log().asOnePoll());
        }
        flow.assertTopicIsComplete();
        flow.assertTallyEqualsJournal();
    }

    private void killOnceItHasMovedBehind(long before, String owner) throws IOException, InterruptedException {
        var process = RelayProcess.start(flow, owner);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> relayed() > before);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private long relayed() {
        return flow.number("select coalesce(sum(relayed), 0) from journal_relay");
    }

    private void append(int eventsPerSlot) {
        for (int partition = 0; partition < flow.partitions(); partition++) {
            flow.writer().append(partition, eventsPerSlot);
        }
    }
}
