package groundswell.journal.inbox;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** A consumer's lag: the topic's end against what the inbox table has, since the group's own offsets mean nothing here. */
public record InboxLag(String consumer, DataSource dataSource, Admin admin) {
    private record Read(
            long offset, long position, @Nullable Timestamp gapSince) {}

    public List<PartitionLag> measure(Collection<String> topics) throws SQLException {
        var read = read();
        var lags = new ArrayList<PartitionLag>();
        ends(topics).forEach((partition, end) -> {
            var known = read.getOrDefault(partition, new Read(0, 0, null));
            lags.add(new PartitionLag(
                    partition.topic(),
                    partition.partition(),
                    known.position(),
                    Math.max(0, end.offset() - known.offset()),
                    known.gapSince() == null ? null : known.gapSince().toInstant()));
        });
        return lags;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(Collection<String> topics) {
        try {
            var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Map<TopicPartition, Read> read() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select topic, partition, offset_, position, gap_since from journal_inbox where consumer = ?")) {
            select.setString(1, consumer);
            var read = new HashMap<TopicPartition, Read>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    read.put(
                            new TopicPartition(rows.getString(1), rows.getInt(2)),
                            new Read(rows.getLong(3), rows.getLong(4), rows.getTimestamp(5)));
                }
            }
            return read;
        }
    }
}
