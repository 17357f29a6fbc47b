package groundswell.routing.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MinutesTextTest {
    @Test
    void what_is_written_is_read_again() {
        for (int minutes : List.of(1, 59, 60, 90, 480, 20_160)) {
            assertThat(MinutesText.read(MinutesText.write(minutes))).isEqualTo(minutes);
        }
        assertThat(MinutesText.write(90)).isEqualTo("1 h 30 min");
        assertThat(MinutesText.read(MinutesText.write(null))).isNull();
    }

    @Test
    void people_write_it_in_many_ways() {
        assertThat(MinutesText.read(" 45 ")).isEqualTo(45);
        assertThat(MinutesText.read("2h30")).isEqualTo(150);
        assertThat(MinutesText.read("2 Hours")).isEqualTo(120);
        assertThat(MinutesText.read("1h  5m")).isEqualTo(65);
    }

    @Test
    void what_is_no_time_is_refused() {
        for (var wrong : List.of("soon", "-5", "1.5 h", "1 d", "99999999999")) {
            assertThatThrownBy(() -> MinutesText.read(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
