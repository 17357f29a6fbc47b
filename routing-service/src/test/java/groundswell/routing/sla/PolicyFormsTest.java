package groundswell.routing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PolicyFormsTest {
    @ParameterizedTest
    @CsvSource({
        "levels[0].targets[P1].firstReply, P1.first_reply",
        "levels[0].targets<K>[P4].nextReply, P4.next_reply",
        "levels[12].targets.P2.calendar, P2.calendar",
        "levels[1].plans[0].<list element>, plans",
        "levels[1].name, name",
        "calendars[0].holidays[3].name, holidays",
        "calendars[0].hours[1].from, hours",
        "calendars[1].timeZone, timeZone",
        "staleMinutes[in_progress].<map value>, in_progress",
        "version, version"
    })
    void a_part_of_the_policy_is_a_field_of_its_form(String path, String field) {
        assertThat(PolicyForms.fieldOf(path)).isEqualTo(field);
    }
}
