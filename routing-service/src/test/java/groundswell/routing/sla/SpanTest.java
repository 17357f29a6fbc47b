package groundswell.routing.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpanTest {
    @Test
    void what_is_written_is_read_again() {
        for (int minutes : List.of(1, 59, 60, 90, 480, 20_160)) {
            assertThat(Span.read(Span.write(minutes))).isEqualTo(minutes);
        }
        assertThat(Span.write(90)).isEqualTo("1 h 30 min");
        assertThat(Span.read(Span.write(null))).isNull();
    }

    @Test
    void people_write_it_in_many_ways() {
        assertThat(Span.read(" 45 ")).isEqualTo(45);
        assertThat(Span.read("2h30")).isEqualTo(150);
        assertThat(Span.read("2 Hours")).isEqualTo(120);
        assertThat(Span.read("1h  5m")).isEqualTo(65);
    }

    @Test
    void what_is_no_time_is_refused() {
        for (var wrong : List.of("soon", "-5", "1.5 h", "1 d", "99999999999")) {
            assertThatThrownBy(() -> Span.read(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
