package groundswell.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a group of commands came to: the rows to write, and an outcome for each. */
final class Decided<S> {
    record Row(
            int partition,
            long position,
            String stream,
            long version,
            UUID eventId,
            String type,
            byte[] data,
            String meta,
            Instant at) {}

    record RequestRow(Request request, String stream, long version) {}

    record KeyRow(NaturalKey key, String stream) {}

    final List<Row> rows = new ArrayList<>();
    final Map<String, Head<S>> changed = new LinkedHashMap<>();
    final List<RequestRow> requests = new ArrayList<>();
    final List<KeyRow> keys = new ArrayList<>();
    final List<Outcome<Handled<S>>> outcomes = new ArrayList<>();
}
