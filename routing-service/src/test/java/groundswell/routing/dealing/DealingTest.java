package groundswell.routing.dealing;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.Colleague;
import groundswell.routing.DealingRules;
import groundswell.routing.DealingRules.Mode;
import groundswell.routing.Roster.Place;
import groundswell.routing.WeeklyShift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who gets which ticket. It is ten o'clock in Berlin on a Monday. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DealingTest {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final UUID ADA = new UUID(0, 1), BEN = new UUID(0, 2), CLEO = new UUID(0, 3);

    final List<Colleague> team = new ArrayList<>(
            List.of(person(ADA, "Europe/Berlin"), person(BEN, "Europe/Berlin"), person(CLEO, "America/New_York")));

    static Colleague person(UUID id, String zone, String... skills) {
        return person(id, zone, 3, null, skills);
    }

    static Colleague person(UUID id, String zone, int capacity, @Nullable Instant awaySince, String... skills) {
        return Colleague.of(id, new Place("product", zone, WeeklyShift.OFFICE, capacity, List.of(skills)), awaySince);
    }

    static Waiting ticket(int number, String... asks) {
        return new Waiting(new UUID(1, number), Set.of(asks), NOW, 1);
    }

    static DealingRules rules(Mode mode) {
        return new DealingRules(mode, 30, 30);
    }

    List<UUID> deal(Mode mode, Map<UUID, Integer> load, @Nullable UUID last, Waiting... queue) {
        return Dealing.of(rules(mode), team, load, List.of(queue), last, NOW).deals().stream()
                .map(Dealing.Deal::person)
                .toList();
    }

    @Test
    void nobody_is_given_a_ticket_in_a_team_whose_people_take_them() {
        assertThat(deal(Mode.MANUAL, Map.of(), null, ticket(1))).isEmpty();
    }

    @Test
    void round_robin_goes_from_one_to_the_next_of_those_at_work() {
        assertThat(deal(Mode.ROUND_ROBIN, Map.of(ADA, 1), null, ticket(1), ticket(2), ticket(3)))
                .containsExactly(ADA, BEN, ADA);
        assertThat(deal(Mode.ROUND_ROBIN, Map.of(), ADA, ticket(1), ticket(2))).containsExactly(BEN, ADA);
        assertThat(deal(Mode.ROUND_ROBIN, Map.of(), CLEO, ticket(1))).containsExactly(ADA);
    }

    @Test
    void balanced_takes_whoever_has_least_and_the_next_in_turn_among_equals() {
        assertThat(deal(Mode.BALANCED, Map.of(ADA, 2), null, ticket(1), ticket(2), ticket(3)))
                .containsExactly(BEN, BEN, ADA);
        assertThat(deal(Mode.BALANCED, Map.of(), ADA, ticket(1))).containsExactly(BEN);
    }

    @Test
    void nobody_gets_more_than_they_have_room_for_and_the_rest_waits_on() {
        assertThat(deal(Mode.BALANCED, Map.of(ADA, 3, BEN, 2), null, ticket(1), ticket(2), ticket(3)))
                .containsExactly(BEN);
    }

    @Test
    void whoever_is_not_in_their_hours_or_away_gets_nothing() {
        team.clear();
        team.add(person(CLEO, "America/New_York"));
        team.add(person(ADA, "Europe/Berlin", 3, NOW.minus(Duration.ofMinutes(1))));
        assertThat(deal(Mode.BALANCED, Map.of(), null, ticket(1))).isEmpty();
    }

    @Test
    void a_ticket_that_asks_for_a_skill_waits_for_it_and_after_a_while_for_nobody_in_particular() {
        team.clear();
        team.add(person(ADA, "Europe/Berlin", 3, null));
        team.add(person(CLEO, "America/New_York", "invoices"));
        assertThat(deal(Mode.BALANCED, Map.of(), null, ticket(1, "invoices", "vip")))
                .isEmpty();
        var patient = new Waiting(new UUID(1, 1), Set.of("invoices"), NOW.minus(Duration.ofMinutes(30)), 1);
        assertThat(deal(Mode.BALANCED, Map.of(), null, patient)).containsExactly(ADA);
        team.add(person(BEN, "Europe/Berlin", "invoices", "refunds"));
        assertThat(deal(Mode.BALANCED, Map.of(BEN, 2), null, ticket(1, "invoices", "vip")))
                .containsExactly(BEN);
    }

    @Test
    void what_nobody_can_is_not_waited_for() {
        assertThat(deal(Mode.BALANCED, Map.of(), null, ticket(1, "hieroglyphs")))
                .containsExactly(ADA);
    }

    @Test
    void a_ticket_that_must_wait_does_not_hold_up_the_next() {
        team.add(person(new UUID(0, 4), "America/Denver", "invoices"));
        assertThat(deal(Mode.BALANCED, Map.of(), null, ticket(1, "invoices"), ticket(2)))
                .containsExactly(ADA);
    }
}
