package groundswell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.Roster.Place;
import groundswell.routing.TeamEvent.Member;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RosterTest {
    static final UUID ADA = new UUID(0, 1), BEN = new UUID(0, 2);
    static final Roster NOBODY = new Roster(Map.of());
    static final Roster ADA_IN_PRODUCT = NOBODY.with(ADA, new Place("product", "Europe/Berlin", WeeklyShift.OFFICE));

    @Test
    void a_person_is_put_into_a_team() {
        assertThat(ADA_IN_PRODUCT.members("product"))
                .containsExactly(new Member(ADA, "Europe/Berlin", WeeklyShift.OFFICE));
        assertThat(NOBODY.changed(ADA_IN_PRODUCT)).containsExactly("product");
    }

    @Test
    void a_person_who_is_put_into_another_team_has_left_the_first() {
        var moved = ADA_IN_PRODUCT.with(ADA, new Place("revenue", "Europe/Berlin", WeeklyShift.OFFICE));
        assertThat(moved.members("product")).isEmpty();
        assertThat(moved.members("revenue")).hasSize(1);
        assertThat(ADA_IN_PRODUCT.changed(moved)).containsExactly("product", "revenue");
    }

    @Test
    void another_time_zone_changes_the_team_and_nothing_else_does() {
        assertThat(ADA_IN_PRODUCT.changed(
                        ADA_IN_PRODUCT.with(ADA, new Place("product", "America/Denver", WeeklyShift.OFFICE))))
                .containsExactly("product");
        assertThat(ADA_IN_PRODUCT.changed(
                        ADA_IN_PRODUCT.with(ADA, new Place("product", "Europe/Berlin", WeeklyShift.OFFICE))))
                .isEmpty();
    }

    @Test
    void whoever_is_taken_out_of_a_team_they_are_not_of_stays_where_they_are() {
        assertThat(ADA_IN_PRODUCT.without(ADA, "revenue")).isEqualTo(ADA_IN_PRODUCT);
        assertThat(ADA_IN_PRODUCT.without(BEN, "product")).isEqualTo(ADA_IN_PRODUCT);
        assertThat(ADA_IN_PRODUCT.without(ADA, "product")).isEqualTo(NOBODY);
    }

    @Test
    void the_same_people_are_always_the_same_list() {
        var benFirst = NOBODY.with(BEN, new Place("product", "UTC", WeeklyShift.OFFICE))
                .with(ADA, new Place("product", "UTC", WeeklyShift.OFFICE));
        assertThat(benFirst.members("product")).extracting(Member::id).containsExactly(ADA, BEN);
    }
}
