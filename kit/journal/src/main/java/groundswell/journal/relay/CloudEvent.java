package groundswell.journal.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A row of the journal as a CloudEvent in binary mode: headers say what it is, the value is its JSON as stored. */
final class CloudEvent {
    static final String POSITION = "ce_position";
    static final String ID = "ce_id";
    private static final byte[] JSON = ascii("application/json");
    private static final byte[] SPEC_VERSION = ascii("1.0");

    private final String topic;
    private final byte[] source;
    private final JsonFactory json = new JsonFactory();
    private final Map<String, byte[]> types = new ConcurrentHashMap<>();

    CloudEvent(RelaySettings settings) {
        topic = settings.topic();
        source = settings.source().getBytes(UTF_8);
    }

    ProducerRecord<byte[], byte[]> of(int partition, ResultSet row) throws SQLException {
        var stream = row.getString(2);
        var streamBytes = stream.getBytes(UTF_8);
        var record = new ProducerRecord<>(topic, partition, key(stream, streamBytes), row.getBytes(6));
        var headers = record.headers();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add(ID, ascii(row.getString(4)));
        headers.add("ce_type", types.computeIfAbsent(row.getString(5), CloudEvent::ascii));
        headers.add("ce_source", source);
        headers.add("ce_subject", streamBytes);
        headers.add(
                "ce_time",
                ascii(row.getObject(8, OffsetDateTime.class).toInstant().toString()));
        headers.add("content-type", JSON);
        headers.add(POSITION, ascii(Long.toString(row.getLong(1))));
        headers.add("ce_version", ascii(Long.toString(row.getLong(3))));
        addCause(headers, row.getString(7));
        return record;
    }

    /** The stream's id up to a {@code /}: what belongs to one ticket shares its partition. */
    private static byte[] key(String stream, byte[] streamBytes) {
        var slash = stream.indexOf('/');
        return slash < 0 ? streamBytes : stream.substring(0, slash).getBytes(UTF_8);
    }

    /** Actor, correlation and causation become extensions under their own names, the trace context stays a plain header. */
    private void addCause(Headers headers, String meta) {
        try (var parser = json.createParser(meta)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    var value = parser.getText().getBytes(UTF_8);
                    headers.add(name.equals("traceparent") ? name : "ce_" + name, value);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("journal_event.meta is not a JSON object", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
