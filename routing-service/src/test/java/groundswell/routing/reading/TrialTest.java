package groundswell.routing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.seal.Sealed;
import groundswell.language.Embedder;
import groundswell.language.EncodedText;
import groundswell.routing.LearningEvent.Comparison;
import groundswell.routing.LearningEvent.LabelLearnt;
import groundswell.routing.LearningEvent.Verdict;
import groundswell.routing.Taxonomy;
import groundswell.routing.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whether a model that has learnt more may take over; vectors made up so that it is plain who is right. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrialTest {
    /** Texts about money lie on one axis, those about machines on the other, and about gardens on a third. */
    static final Embedder AXES = new Embedder() {
        @Override
        public float[] embed(String text) {
            float place = text.hashCode() % 100 / 1_000f;
            if (text.startsWith("garden")) return new float[] {place, 0, 1};
            return text.startsWith("money") ? new float[] {1, place, 0} : new float[] {place, 1, 0};
        }

        @Override
        public String model() {
            return "axes";
        }
    };

    static final Learnt LEARNT = new Learnt(
            new Taxonomy(
                    1,
                    List.of(theme("fee", "revenue", "money"), theme("crash", "reliability", "machine")),
                    List.of(),
                    Map.of()),
            AXES);

    @Test
    void one_that_has_learnt_what_people_corrected_takes_over() {
        var present = LEARNT.from(List.of(), 0);
        var labels = new ArrayList<Ledger.Entry>();
        for (int i = 0; i < 40; i++) labels.add(label(i + 1, "garden " + i, "fee", "revenue"));
        for (int i = 40; i < 80; i++) labels.add(label(i + 1, "machine " + i, "crash", "reliability"));
        var comparison = Trial.of(present, 0, labels, LEARNT);
        assertThat(comparison.labels()).isEqualTo(80);
        assertThat(comparison.rightAfter()).isEqualTo(80);
        assertThat(Trial.adopts(comparison)).isTrue();
    }

    @Test
    void one_that_has_learnt_nonsense_does_worse_and_is_refused() {
        var present = LEARNT.from(List.of(), 0);
        var labels = new ArrayList<Ledger.Entry>();
        for (int i = 0; i < 200; i++) labels.add(label(i + 1, "money " + i, "crash", "reliability"));
        for (int i = 200; i < 230; i++) labels.add(label(i + 1, "money " + i, "fee", "revenue"));
        var comparison = Trial.of(present, 200, labels, LEARNT);
        assertThat(comparison.labels()).isEqualTo(30);
        assertThat(comparison.rightBefore()).isEqualTo(30);
        assertThat(comparison.rightAfter()).isLessThan(30);
        assertThat(Trial.adopts(comparison)).isFalse();
    }

    @Test
    void as_good_is_good_enough() {
        assertThat(Trial.adopts(new Comparison(10, 7, 7))).isTrue();
        assertThat(Trial.adopts(new Comparison(10, 7, 6))).isFalse();
    }

    private static Theme theme(String code, String team, String about) {
        return new Theme(code, code, team, about, List.of(about + " a", about + " b", about + " c", about + " d"));
    }

    private static Ledger.Entry label(long version, String text, String theme, String team) {
        var ticket = new UUID(0, version);
        var learnt = new LabelLearnt(
                ticket, Verdict.CORRECTED, team, theme, new Sealed(ticket, "-"), AXES.model(), Instant.EPOCH);
        return new Ledger.Entry(version, learnt, EncodedText.of(text, AXES));
    }
}
