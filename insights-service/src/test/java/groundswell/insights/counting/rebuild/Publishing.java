package groundswell.insights.counting.rebuild;

import groundswell.insights.counting.Topics;
import groundswell.journal.inbox.Delivery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sends a history bit by bit, each partition in its order, now and then its last ones once more, as a relay does. */
final class Publishing {
    private record Stream(String topic, List<Delivery> events) {}

    private final CountingHouse house;
    private final Random random;
    private final List<Stream> unfinished = new ArrayList<>();
    private final Map<Stream, Integer> sent = new HashMap<>();

    Publishing(CountingHouse house, Topics history, Random random) {
        this.house = house;
        this.random = random;
        for (int p = 0; p < house.partitions(); p++) {
            unfinished.add(new Stream(house.ticketTopic(), history.desk(p)));
            unfinished.add(new Stream(house.routingTopic(), history.routing(p)));
        }
    }

    /** False once there is nothing left. */
    boolean next(int events) {
        if (unfinished.isEmpty()) {
            return false;
        }
        var stream = unfinished.get(random.nextInt(unfinished.size()));
        int from = sent.getOrDefault(stream, 0);
        int to = Math.min(stream.events.size(), from + events);
        int copied = random.nextInt(4) == 0 ? Math.min(from, 10) : 0;
        stream.events.subList(from - copied, to).forEach(event -> house.send(stream.topic, event));
        house.flush();
        sent.put(stream, to);
        if (to == stream.events.size()) {
            unfinished.remove(stream);
        }
        return true;
    }

    /** How many events there are, copies not counted. */
    long published() {
        return sent.values().stream().mapToLong(Integer::longValue).sum();
    }
}
