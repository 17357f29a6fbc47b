package groundswell.routing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import groundswell.routing.WeeklyShift;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HoursTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 09:00-17:30|mon-fri 09:00-17:30",
                "Mon-Fri 09:00 – 17:30; Sat 10:00-14:00|mon-fri 09:00-17:30, sat 10:00-14:00",
                "sat-mon 22:00-06:00|mon+sat-sun 22:00-06:00",
                "wed mon 08:00-24:00|mon+wed 08:00-24:00",
                "tue 09:00-12:00,tue 13:00-17:00|tue 09:00-12:00, tue 13:00-17:00"
            })
    void what_people_write_is_read_and_written_again(String text, String again) {
        assertThat(HoursText.write(HoursText.read(text))).isEqualTo(again);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "always",
                "mon 9-17",
                "mon 09:00",
                "xyz 09:00-17:00",
                "mon-xyz 09:00-17:00",
                "mon 24:00-08:00"
            })
    void anything_else_says_how_to_write_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoursText.read(text))
                .withMessageStartingWith("must");
    }

    @Test
    void office_hours_read_as_what_they_are() {
        assertThat(HoursText.read("mon-fri 09:00-17:00")).isEqualTo(WeeklyShift.OFFICE);
        assertThat(HoursText.write(List.of())).isEmpty();
    }
}
