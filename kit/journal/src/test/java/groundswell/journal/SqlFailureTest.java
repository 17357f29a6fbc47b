package groundswell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlFailureTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "40P01", "53300", "55P03", "57P01", "25P03", "25P04"})
    void while_the_database_is_away_or_busy_the_caller_is_asked_to_come_again(String state) {
        assertThat(SqlFailure.refusal(new SQLException("", state), "The teams could not be read"))
                .isInstanceOfSatisfying(
                        JournalRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(JournalRefused.Reason.BUSY));
    }

    @Test
    void any_other_failure_is_our_fault_and_says_what_failed() {
        assertThat(SqlFailure.refusal(new SQLException("", "42601"), "The teams could not be read"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The teams could not be read: SQLSTATE 42601");
    }
}
