package groundswell.insights.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContinuityTest {
    private static final UUID A = new UUID(1, 1), B = new UUID(1, 2);

    private static Set<UUID> tickets(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new UUID(0, i)).collect(Collectors.toSet());
    }

    @Test
    void a_group_that_grows_or_loses_some_is_the_same() {
        assertThat(Continuity.of(
                        Map.of(A, tickets(0, 10), B, tickets(20, 30)),
                        List.of(
                                tickets(0, 40).stream()
                                        .filter(id -> id.getLeastSignificantBits() >= 20)
                                        .collect(Collectors.toSet()),
                                tickets(3, 10))))
                .isEqualTo(Map.of(0, B, 1, A));
    }

    @Test
    void of_two_halves_the_larger_goes_on_and_the_other_is_new() {
        assertThat(Continuity.of(Map.of(A, tickets(0, 10)), List.of(tickets(0, 4), tickets(4, 10))))
                .isEqualTo(Map.of(1, A));
    }

    @Test
    void of_two_that_become_one_the_larger_goes_on() {
        assertThat(Continuity.of(Map.of(A, tickets(0, 10), B, tickets(10, 16)), List.of(tickets(0, 16))))
                .isEqualTo(Map.of(0, A));
    }

    @Test
    void a_splinter_of_a_large_one_is_new() {
        assertThat(Continuity.of(Map.of(A, tickets(0, 100)), List.of(tickets(95, 101))))
                .isEmpty();
    }

    @Test
    void a_few_tickets_in_common_are_not_enough() {
        assertThat(Continuity.of(Map.of(A, tickets(0, 10)), List.of(tickets(8, 20))))
                .isEmpty();
    }
}
