package groundswell.consent.answering;

import groundswell.consent.journal.ConsentConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many requests a minute from one address. Tokens can't be guessed; this keeps who tries from costing anything. */
@ApplicationScoped
public class LinkLimit {
    private static final int ADDRESSES = 10_000;

    private record Minute(long number, int requests) {}

    private final int limit;
    private final Clock clock;
    private final Map<String, Minute> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > ADDRESSES;
        }
    };

    @Inject
    LinkLimit(ConsentConfig config, Clock clock) {
        this(config.linkRequestsPerMinute(), clock);
    }

    LinkLimit(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    boolean admits(String address) {
        return admits(address, clock.instant());
    }

    boolean admits(String address, Instant now) {
        var number = now.getEpochSecond() / 60;
        synchronized (seen) {
            var minute = seen.get(address);
            var requests = minute == null || minute.number() != number ? 1 : minute.requests() + 1;
            seen.put(address, new Minute(number, requests));
            return requests <= limit;
        }
    }
}
