package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.COMPANY;
import static groundswell.language.redaction.SpanType.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How much must go and how much must stay, on messages written for it, when nothing is known of who wrote them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RedactionBarsTest {
    @Test
    void of_messages_that_rules_were_made_for_enough_goes_and_enough_stays() throws IOException {
        var tally = Tally.of(MarkedMessage.read("messages-tuned.txt"));
        check(tally, tally + "missed: " + tally.missed() + "\nlost: " + tally.lost());
    }

    /** Tells totals only, so that nobody makes a rule for a message in it. */
    @Test
    void of_messages_that_no_rule_was_made_for_enough_goes_and_enough_stays() throws IOException {
        var tally = Tally.of(MarkedMessage.read("messages-held-out.txt"));
        check(tally, tally.toString());
    }

    @Test
    void there_are_enough_messages_and_marks_to_judge_by() throws IOException {
        var tuned = MarkedMessage.read("messages-tuned.txt");
        var heldOut = MarkedMessage.read("messages-held-out.txt");
        assertThat(tuned.size() + heldOut.size()).isGreaterThanOrEqualTo(300);
        assertThat(Tally.of(tuned).marks() + Tally.of(heldOut).marks()).isGreaterThanOrEqualTo(1_000);
    }

    private static void check(Tally tally, String told) {
        var softly = new SoftAssertions();
        softly.assertThat(tally.recall(Tally.STRUCTURED)).as(told).isGreaterThanOrEqualTo(0.99);
        softly.assertThat(tally.recall(Set.of(PERSON))).as(told).isGreaterThanOrEqualTo(0.95);
        softly.assertThat(tally.recall(Set.of(COMPANY))).as(told).isGreaterThanOrEqualTo(0.85);
        softly.assertThat(tally.ordinaryWordsLost()).as(told).isLessThanOrEqualTo(0.02);
        softly.assertAll();
    }
}
