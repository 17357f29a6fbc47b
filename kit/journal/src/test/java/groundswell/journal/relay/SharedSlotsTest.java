package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedSlotsTest {
    final Flow flow = Flow.fresh(8);

    @Test
    void replicas_share_the_slots_fairly_as_they_come_and_go() {
        try (var a = new Relay(flow.database(), flow.settings("a"))) {
            a.start();
            await().until(() -> shares().equals(List.of(8L)));
            var b = new Relay(flow.database(), flow.settings("b"));
            b.start();
            var c = new Relay(flow.database(), flow.settings("c"));
            c.start();
            await().until(() -> shares().equals(List.of(3L, 3L, 2L)));

            for (int partition = 0; partition < flow.partitions(); partition++) {
                flow.writer().append(partition, 20);
            }
            await().until(flow::isRelayed);
            b.close();
            c.close();
            await().until(() -> shares().equals(List.of(8L)));
        }
        assertThat(shares()).as("given back at the end").isEmpty();
        flow.assertTopicIsComplete();
        for (int partition = 0; partition < flow.partitions(); partition++) {
            assertThat(flow.log().positions(partition))
                    .as("a clean hand-over sends nothing twice")
                    .hasSize(20);
        }
    }

    private List<Long> shares() {
        return flow.numbers(
                "select count(*) from journal_relay where owner is not null group by owner order by count(*) desc");
    }
}
