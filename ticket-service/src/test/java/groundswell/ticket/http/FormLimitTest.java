package groundswell.ticket.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormLimitTest {
    static final InetAddress SOMEBODY = InetAddress.ofLiteral("192.0.2.7");

    final HandSetClock clock = new HandSetClock();

    @Test
    void an_address_is_told_to_wait_once_it_has_sent_its_share() {
        var limit = new FormLimit(2, 100, clock);
        assertThat(limit.waitFor(SOMEBODY)).isZero();
        assertThat(limit.waitFor(SOMEBODY)).isZero();
        assertThat(limit.waitFor(SOMEBODY)).isEqualTo(Duration.ofSeconds(30));
        assertThat(limit.waitFor(InetAddress.ofLiteral("192.0.2.8"))).isZero();
    }

    @Test
    void who_has_waited_may_send_again() {
        var limit = new FormLimit(1, 100, clock);
        assertThat(limit.waitFor(SOMEBODY)).isZero();
        var wait = limit.waitFor(SOMEBODY);
        assertThat(wait).isPositive();
        clock.nanos += wait.toNanos();
        assertThat(limit.waitFor(SOMEBODY)).isZero();
    }

    @Test
    void many_addresses_together_have_a_limit_too() {
        var limit = new FormLimit(1, 3, clock);
        var taken = IntStream.range(0, 10)
                .filter(i ->
                        limit.waitFor(InetAddress.ofLiteral("198.51.100." + i)).isZero());
        assertThat(taken.count()).isEqualTo(3);
    }

    @Test
    void who_is_over_their_own_limit_takes_nothing_from_the_others() {
        var limit = new FormLimit(1, 2, clock);
        IntStream.range(0, 10).forEach(_ -> limit.waitFor(SOMEBODY));
        assertThat(limit.waitFor(InetAddress.ofLiteral("192.0.2.8"))).isZero();
    }

    @Test
    void the_addresses_of_one_IPv6_network_count_as_one() {
        var limit = new FormLimit(1, 100, clock);
        assertThat(limit.waitFor(InetAddress.ofLiteral("2001:db8:1:2::1"))).isZero();
        assertThat(limit.waitFor(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"))).isPositive();
        assertThat(limit.waitFor(InetAddress.ofLiteral("2001:db8:1:3::1"))).isZero();
    }

    static final class HandSetClock implements TimeMeter {
        long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
