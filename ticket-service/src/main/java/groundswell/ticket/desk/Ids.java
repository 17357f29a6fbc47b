package groundswell.ticket.desk;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that grow with time (UUID version 7), so that new rows stand together in an index. */
public final class Ids {
    public static UUID at(Instant now) {
        var random = ThreadLocalRandom.current();
        return new UUID(
                now.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12),
                random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    private Ids() {}
}
