package groundswell.routing.http;

import groundswell.routing.WeeklyShift;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Hours as they are sent.
 *
 * @param days of {@code mon} to {@code sun}
 * @param to {@code 24:00} is the end of the day; a time that is not later is on the next one
 */
public record ShiftInput(
        @NotNull @Size(min = 1, max = 7) List<@NotNull @Pattern(regexp = "mon|tue|wed|thu|fri|sat|sun") String> days,

        @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
        String from,

        @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d|24:00")
        String to) {
    public WeeklyShift shift() {
        return new WeeklyShift(days.stream().distinct().toList(), from, to);
    }
}
