package groundswell.journal.flow;

import groundswell.journal.inbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Hands the journal's events to an inbox as a consumer would, without Kafka between them; and in any order asked for. */
public final class Deliverer {
    private final Flow flow;
    private final Map<Integer, Long> delivered = new HashMap<>();
    private final Map<Integer, Long> nextOffset = new HashMap<>();

    public Deliverer(Flow flow) {
        this.flow = flow;
    }

    /** What has not been delivered yet, of all partitions, as one poll. */
    public void deliver(Inbox<?> inbox) {
        var poll = new LinkedHashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        for (int partition = 0; partition < flow.partitions(); partition++) {
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            var end = flow.appended(partition);
            for (var position = delivered.getOrDefault(partition, 0L) + 1; position <= end; position++) {
                records.add(record(partition, position));
            }
            delivered.put(partition, end);
            if (!records.isEmpty()) {
                poll.put(new TopicPartition(flow.topic(), partition), records);
            }
        }
        inbox.accept(new ConsumerRecords<>(poll, Map.<TopicPartition, OffsetAndMetadata>of()));
    }

    /** Everything again from the first position, as copies with new offsets. */
    public void deliverAll(Inbox<?> inbox) {
        delivered.clear();
        deliver(inbox);
    }

    /** These positions of one partition, in this order. */
    public void deliver(Inbox<?> inbox, int partition, long... positions) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var position : positions) {
            records.add(record(partition, position));
        }
        accept(inbox, partition, records);
    }

    public void accept(Inbox<?> inbox, int partition, List<ConsumerRecord<String, byte[]>> records) {
        inbox.accept(new ConsumerRecords<>(
                Map.of(new TopicPartition(flow.topic(), partition), records),
                Map.<TopicPartition, OffsetAndMetadata>of()));
    }

    /** A record as a stranger or a command sender writes it. */
    public ConsumerRecord<String, byte[]> record(int partition, String key, Map<String, String> headers) {
        var all = new RecordHeaders();
        headers.forEach((name, value) -> all.add(name, value.getBytes(StandardCharsets.UTF_8)));
        var offset = nextOffset.merge(partition, 1L, Long::sum) - 1;
        return new ConsumerRecord<>(
                flow.topic(),
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                2,
                key,
                "{}".getBytes(StandardCharsets.UTF_8),
                all,
                Optional.empty());
    }

    private ConsumerRecord<String, byte[]> record(int partition, long position) {
        try (var connection = flow.database().getConnection();
                var select = connection.prepareStatement(
                        "select stream_id, version, event_id, type from journal_event where partition = ? and position = ?")) {
            select.setInt(1, partition);
            select.setLong(2, position);
            try (var row = select.executeQuery()) {
                row.next();
                return record(
                        partition,
                        row.getString(1),
                        Map.of(
                                "ce_subject", row.getString(1),
                                "ce_version", row.getString(2),
                                "ce_id", row.getString(3),
                                "ce_type", row.getString(4),
                                "ce_time", "2026-01-01T00:00:00Z",
                                "ce_position", Long.toString(position)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
