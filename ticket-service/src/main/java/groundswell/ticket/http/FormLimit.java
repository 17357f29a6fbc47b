package groundswell.ticket.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import groundswell.ticket.desk.TicketConfig;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * So many forms a minute from one address, and from all together: who fills it by a program costs little, and cannot bury
 * what customers write. Counted in each instance by itself; addresses are kept in memory only, and not for long.
 */
@ApplicationScoped
public class FormLimit {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final int perAddress;
    private final TimeMeter time;
    private final Bucket all;
    private final Cache<String, Bucket> addresses;

    @Inject
    FormLimit(TicketConfig config) {
        this(config.formsPerAddress(), config.forms(), TimeMeter.SYSTEM_NANOTIME);
    }

    FormLimit(int perAddress, int altogether, TimeMeter time) {
        this.perAddress = perAddress;
        this.time = time;
        this.all = bucket(altogether);
        this.addresses = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(PERIOD)
                .build();
    }

    /** As {@link #waitFor(InetAddress)}: for the caller's own address, where a proxy we trust says so (quarkus.http.proxy). */
    public Duration waitFor(HttpServerRequest request) {
        return waitFor(address(request));
    }

    /** Takes one form, or says how long to wait: zero when it was taken. An address over its limit costs the others nothing. */
    Duration waitFor(InetAddress address) {
        var own = addresses.get(household(address), _ -> bucket(perAddress)).tryConsumeAndReturnRemaining(1);
        var taken = own.isConsumed() ? all.tryConsumeAndReturnRemaining(1) : own;
        return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, taken.getNanosToWaitForRefill()));
    }

    /** Never a name: it would be looked up. */
    private static InetAddress address(HttpServerRequest request) {
        var remote = request.remoteAddress();
        try {
            return remote == null || remote.hostAddress() == null
                    ? InetAddress.getLoopbackAddress()
                    : InetAddress.ofLiteral(remote.hostAddress());
        } catch (IllegalArgumentException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /** Whoever has one IPv6 address has the 2⁶⁴ beside it too. */
    private static String household(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private Bucket bucket(int capacity) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, PERIOD))
                .build();
    }
}
