package groundswell.journal.inbox;

import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import groundswell.journal.flow.Member;
import groundswell.journal.relay.Relay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RebalancedConsumersTest {
    final Flow flow = Flow.fresh(6);

    volatile boolean enough;

    @Test
    void consumers_rebalanced_from_1_to_4_to_2_under_load_count_what_a_recount_counts() throws Exception {
        var members = new ArrayList<Member>();
        try (var relay = new Relay(flow.database(), flow.settings("one"))) {
            relay.start();
            var load = Thread.ofPlatform().start(() -> appendTo(relay));
            join(members, 1);
            awaitProgress();
            join(members, 3);
            awaitProgress();
            members.removeFirst().close();
            members.removeFirst().close();
            awaitShares(members);
            awaitProgress();
            enough = true;
            load.join();
            await().atMost(Duration.ofSeconds(30)).until(() -> tallied() == appended());
        } finally {
            enough = true;
            members.forEach(Member::close);
        }
        flow.assertTallyEqualsJournal();
    }

    private void join(List<Member> members, int more) {
        for (int i = 0; i < more; i++) {
            members.add(new Member(flow, flow.inbox()));
        }
        awaitShares(members);
    }

    private void awaitShares(List<Member> members) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> members.stream()
                        .allMatch(member -> member.assigned() >= flow.partitions() / members.size()
                                && member.assigned() <= flow.partitions() / members.size() + 1));
    }

    private void awaitProgress() {
        var before = tallied();
        await().atMost(Duration.ofSeconds(30)).until(() -> tallied() > before + 200);
    }

    private void appendTo(Relay relay) {
        for (int i = 0; !enough; i++) {
            flow.writer().append(i % flow.partitions(), 10);
            relay.committed(i % flow.partitions());
        }
    }

    private long tallied() {
        return flow.number("select count(*) from tally_event");
    }

    private long appended() {
        return flow.number("select count(*) from journal_event");
    }
}
