package groundswell.consent.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinkLimitTest {
    final Clock noon = Clock.fixed(Instant.parse("2026-03-03T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void so_many_requests_a_minute_and_no_more_from_one_address() {
        var limit = new LinkLimit(2, noon);
        assertThat(limit.admits("192.0.2.1")).isTrue();
        assertThat(limit.admits("192.0.2.1")).isTrue();
        assertThat(limit.admits("192.0.2.1")).isFalse();
        assertThat(limit.admits("192.0.2.2")).isTrue();
    }

    @Test
    void the_next_minute_begins_anew() {
        var limit = new LinkLimit(1, Clock.tick(noon, Duration.ofSeconds(1)));
        assertThat(limit.admits("192.0.2.1")).isTrue();
        assertThat(limit.admits("192.0.2.1")).isFalse();
        assertThat(limit.admits("192.0.2.1", noon.instant().plusSeconds(60))).isTrue();
    }
}
